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

	private static final List<String> TRADES = List.of("Roofing", "Foods", "Freight", "Trucking", "Landscaping",
			"Plumbing", "Bakery", "Meats", "Lumber", "Steel", "Transit", "Lines", "Express", "Supply", "Staffing",
			"Paving", "Construction", "Electric", "Motors", "Auto Body", "Tire", "Farms", "Dairy", "Seafood", "Packing",
			"Textiles", "Printing", "Security", "Cleaners", "Catering", "Grill", "Diner", "Cafe", "Furniture",
			"Hardware", "Market", "Grocery", "Warehouse", "Distribution", "Manufacturing", "Tool", "Machine Works",
			"Plastics", "Chemical", "Mining", "Energy", "Realty", "Law", "Legal", "Associates", "Funeral Home",
			"Home Care", "Respiratory", "Medical Repair", "Laboratory", "Data", "Media", "Telecom", "Hotel", "Resort",
			"Casino", "Airways");

	private static final List<String> NAMED = List.of("Blue", "Golden", "Silver", "Red Rock", "Summit", "Pioneer",
			"Heritage", "Liberty", "Eagle", "Lone Star", "Great Lakes", "Sunrise", "Northern", "Southern", "Western",
			"Eastern", "Midwest", "Atlantic", "Prairie", "River", "Valley", "Mountain", "Coastal", "Desert", "Capital",
			"First", "National", "American", "Allied", "United", "Premier", "Apex", "Delta", "Titan", "Falcon", "Bear",
			"Oak", "Cedar", "Stone", "Iron", "Star", "Royal", "Crown", "Metro", "Tri-State", "Four Corners",
			"Evergreen");

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
		int dice = random.nextInt(10);
		if (dice < 5) {
			return Names.pick(this.known, random);
		}
		if (dice < 7) {
			return firm(random);
		}
		String name = this.names.person(random).family();
		if (random.nextInt(3) == 0) {
			return name + (random.nextBoolean() ? " & " : " and ") + this.names.person(random).family();
		}
		return name + " " + Names.pick(TAILS, random);
	}

	/**
	 * {@code Prairie Freight}, {@code Ortega & Daughters Roofing},
	 * {@code the Lone Star Diner}.
	 */
	private String firm(RandomGenerator random) {
		String trade = Names.pick(TRADES, random);
		String family = this.names.person(random).family();
		return switch (random.nextInt(7)) {
			case 0 -> family + " " + trade;
			case 1 -> family + " & " + this.names.person(random).family() + " " + trade;
			case 2 -> family + (random.nextBoolean() ? " & Sons " : " Brothers ") + trade;
			case 3 -> this.names.person(random).given() + "'s " + trade;
			case 4 -> Names.pick(NAMED, random) + " " + trade + (random.nextBoolean() ? " LLC" : " Inc");
			default -> Names.pick(NAMED, random) + " " + trade;
		};
	}

}
