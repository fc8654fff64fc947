package io.hilum.phi.training.corpus;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * A person of a text, who may be named in many ways.
 *
 * @param given the given name
 * @param family the family name
 */
record Person(String given, String family) {

	private static final List<String> SUFFIXES = List.of(" Jr.", " Jr", ", Jr.", " Sr.", " II", " III", " IV");

	/**
	 * The full name, mostly plain, at times with an initial, a second name or a suffix.
	 */
	String full(RandomGenerator random) {
		String name = this.given + middle(random) + " " + lastName(random);
		return (random.nextInt(25) == 0) ? name + Names.pick(SUFFIXES, random) : name;
	}

	private String middle(RandomGenerator random) {
		return switch (random.nextInt(14)) {
			case 0 -> " " + initial(random) + ".";
			case 1 -> " " + initial(random);
			case 2 -> " \"" + this.given.substring(0, Math.min(3, this.given.length())) + "\"";
			default -> "";
		};
	}

	private String lastName(RandomGenerator random) {
		return (random.nextInt(30) == 0) ? this.family + "-" + this.given.charAt(0) + "oss" : this.family;
	}

	/** {@code Family, Given M}. */
	String lastFirst(RandomGenerator random) {
		String middle = switch (random.nextInt(4)) {
			case 0 -> " " + initial(random);
			case 1 -> " " + initial(random) + ".";
			default -> "";
		};
		return this.family + ", " + this.given + middle;
	}

	/** {@code G. Family} or the like. */
	String initialLast(RandomGenerator random) {
		char first = this.given.charAt(0);
		return switch (random.nextInt(4)) {
			case 0 -> first + " " + this.family;
			case 1 -> first + ". " + initial(random) + ". " + this.family;
			case 2 -> first + "." + initial(random) + ". " + this.family;
			default -> first + ". " + this.family;
		};
	}

	/** {@code Given F.}. */
	String firstInitial(RandomGenerator random) {
		return this.given + " " + this.family.charAt(0) + (random.nextBoolean() ? "." : "");
	}

	/** {@code G.F.} or {@code GF}. */
	String initials(RandomGenerator random) {
		char first = Character.toUpperCase(this.given.charAt(0));
		char last = Character.toUpperCase(this.family.charAt(0));
		return switch (random.nextInt(4)) {
			case 0 -> first + "." + initial(random) + "." + last + ".";
			case 1 -> "" + first + last;
			default -> first + "." + last + ".";
		};
	}

	/** {@code FAMILY^GIVEN^M}. */
	String hl7(RandomGenerator random) {
		String middle = random.nextBoolean() ? "^" + initial(random) : "";
		return (this.family + "^" + this.given + middle).toUpperCase(Locale.ROOT);
	}

	private static char initial(RandomGenerator random) {
		return (char) ('A' + random.nextInt(26));
	}

}
