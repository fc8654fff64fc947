package io.hilum.phi.training.corpus;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Payers, makers, agencies and firms: named, but no identifiers.
 */
final class Organisations {

	private static final List<String> TAILS = List.of("Inc.", "Inc", "LLC", "Corp.", "Corporation", "Ltd", "Group",
			"Insurance", "Health Plan", "Mutual", "& Sons", "Partners", "Holdings", "Pharmaceuticals", "Therapeutics",
			"Technologies", "Systems", "Medical Supply", "Logistics", "Capital", "Bank", "Airlines", "Industries",
			"Labs", "Biosciences", "Devices", "Software", "Consulting", "Foundation");

	private final List<String> known;

	private final Names names;

	Organisations(Split split, Names names) {
		this.known = Lists.gazetteer("organisations.txt")
			.stream()
			.filter((name) -> name.length() > 2 && split.admits(name))
			.map(Organisations::written)
			.toList();
		this.names = names;
	}

	private static String written(String name) {
		return (name.length() <= 4 && name.indexOf(' ') < 0) ? name.toUpperCase(Locale.ROOT) : Names.capitalised(name);
	}

	String organisation(RandomGenerator random) {
		if (random.nextInt(5) < 3) {
			return Names.pick(this.known, random);
		}
		String name = this.names.person(random).family();
		if (random.nextInt(3) == 0) {
			return name + (random.nextBoolean() ? " & " : " and ") + this.names.person(random).family();
		}
		return name + " " + Names.pick(TAILS, random);
	}

}
