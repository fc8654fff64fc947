package io.hilum.phi.training.corpus;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Cities, streets and places of care: of lists, of other countries, and invented.
 */
final class Places {

	private static final List<String> TAILS = List.of("ville", "ton", "burg", "field", "ford", "wood", "dale", "mont",
			"port", "view", "land", "ham", "stead", "brook", "haven", " Springs", " Heights", " Falls", " City",
			" Beach", " Hills", " Park", " Grove", " Creek", " Valley", " Junction", " Point", " Lake", " Ridge");

	private static final List<String> HEADS = List.of("North ", "South ", "East ", "West ", "New ", "Lake ", "Port ",
			"Fort ", "Mount ", "St. ", "Saint ", "San ", "Santa ", "El ", "La ", "Los ", "Point ", "Glen ", "Old ");

	private static final List<String> ABROAD = List.of("Guadalajara", "Tegucigalpa", "Oaxaca", "San Salvador",
			"Santo Domingo", "Ponce", "Mayagüez", "Havana", "Port-au-Prince", "Kingston", "Lagos", "Accra",
			"Addis Ababa", "Nairobi", "Mogadishu", "Cairo", "Amman", "Beirut", "Aleppo", "Baghdad", "Tehran", "Kabul",
			"Karachi", "Lahore", "Mumbai", "Chennai", "Hyderabad", "Dhaka", "Colombo", "Kathmandu", "Yangon", "Bangkok",
			"Phnom Penh", "Hanoi", "Da Nang", "Manila", "Cebu", "Guangzhou", "Shenzhen", "Taipei", "Seoul", "Busan",
			"Osaka", "Kyiv", "Lviv", "Odesa", "Warsaw", "Kraków", "Prague", "Budapest", "Belgrade", "Zagreb", "Tirana",
			"Sofia", "Bucharest", "Athens", "Naples", "Lisbon", "Seville", "Lyon", "Marseille", "Ghent", "Utrecht",
			"Hamburg", "Leipzig", "Graz", "Malmö", "Bergen", "Aarhus", "Tampere", "Reykjavík", "Galway", "Cork",
			"Leeds", "Dundee", "Toronto", "Winnipeg", "Monterrey", "Lima", "Quito", "Bogotá", "Medellín", "Caracas",
			"Recife", "Curitiba", "Cape Town", "Durban", "Harare", "Dakar", "Bamako", "Tunis", "Suva", "Apia",
			"Nukuʻalofa");

	private static final List<String> WAYS = List.of("Street", "St", "St.", "Avenue", "Ave", "Ave.", "Road", "Rd",
			"Rd.", "Drive", "Dr", "Dr.", "Lane", "Ln", "Court", "Ct", "Boulevard", "Blvd", "Way", "Place", "Pl",
			"Circle", "Cir", "Terrace", "Trail", "Parkway", "Pkwy", "Highway", "Hwy", "Loop", "Square", "Run", "Pike",
			"Plaza", "Alley", "Crossing", "Row", "Path");

	private static final List<String> STREETS = List.of("Main", "Oak", "Maple", "Elm", "Cedar", "Pine", "Washington",
			"Lake", "Hill", "Park", "Church", "Spring", "Ridge", "Sunset", "Railroad", "Mill", "River", "Cherry",
			"Dogwood", "Magnolia", "Juniper", "Willow", "Birch", "Spruce", "Meadow", "Forest", "Highland", "Jackson",
			"Jefferson", "Adams", "Monroe", "Franklin", "Chestnut", "Walnut", "Laurel", "Orchard", "Prospect",
			"Martin Luther King", "Cesar Chavez", "Old Mill", "Quail Hollow", "Fox Run", "Deer Creek", "Stone Gate",
			"Country Club", "County Line", "Camino Real", "Vista del Mar", "Calle Ocho", "Rue Royale", "5th", "42nd",
			"1st", "Third", "Second", "N 12th", "SW 3rd", "NE Broadway", "E. 9th", "W Main", "Kamehameha", "Broadway");

	private static final List<String> FOREIGN_WAYS = List.of("{n} Rue {w}", "Via {w} {n}", "{w}straße {n}",
			"{w}gatan {n}", "{n} {w} utca", "Calle {w} {n}", "{w}laan {n}", "{n} {w}veien", "ul. {w} {n}",
			"Rua {w} {n}", "{n} {w}katu", "{w} út {n}.", "{n} Via {w}", "{n} {w}vej", "{n} {w} Crescent", "Av. {w} {n}",
			"{n} {w}strasse", "{w} {n}");

	private static final List<String> SAINTS = List.of("Mary", "Mary's", "Luke's", "Joseph", "Joseph's", "Francis",
			"Vincent", "Anthony's", "Elizabeth", "Jude's", "John's", "Anne's", "Catherine's", "Michael's", "Rita's",
			"Agnes", "Barnabas", "Clare's", "Raphael", "Bernadette's", "Thomas", "Peter's", "David's", "Alphonsus");

	private static final List<String> NAMED = List.of("Mercy", "Good Samaritan", "Providence", "Sacred Heart",
			"Holy Cross", "Trinity", "Mount Sinai", "Bethesda", "Bethany", "Beth Israel", "Grace", "Hope", "Riverside",
			"Lakeside", "Hillcrest", "Sunrise", "Summit", "Cedars", "Evergreen", "Northside", "Southview", "Westlake",
			"Eastgate", "Valley", "Highland", "Harborview", "Baptist", "Methodist", "Presbyterian", "Lutheran",
			"Adventist", "Deaconess", "Memorial", "Community", "Regional", "Veterans", "Shriners", "Children's",
			"Women's", "Desert Springs", "Blue Ridge", "Big Sky", "Great Plains", "Golden Gate", "Palmetto",
			"Bluegrass", "Piedmont", "Tri-County", "Northwestern", "Aurora", "Bayside", "Cypress", "Magnolia",
			"Oakwood", "Pinecrest", "Willow Creek");

	private static final List<String> CARE = List.of("Hospital", "Medical Center", "Clinic", "General Hospital",
			"Regional Medical Center", "Community Hospital", "Memorial Hospital", "Health Center", "Family Practice",
			"Family Medicine", "Rehabilitation Center", "Nursing Home", "Surgery Center", "Cancer Center",
			"Heart Institute", "Urgent Care", "Dialysis Center", "Children's Hospital", "University Hospital",
			"Health System", "Hospice", "Pediatrics", "Cardiology Associates", "Orthopedics", "Care Center",
			"Assisted Living", "Imaging Center", "Women's Health", "Medical Group", "Pharmacy", "VA Medical Center",
			"Behavioral Health", "Rehab", "ED", "Skilled Nursing Facility", "Birthing Center", "Infirmary");

	/** Houses that no usual noun ends. */
	private static final List<String> HOUSES = List.of("{c} Heart and Vascular", "Children's of {c}", "UMC {c}",
			"VA {c}", "Hospital {w}", "Hospital General de {c}", "Clínica {w}", "Clínica Santa {w}", "Hospital San {w}",
			"{w} Place", "{c} Commons", "{n} Terrace", "{n} Gardens", "{w} House", "{n} Surgical Pavilion", "{c} GYN",
			"{c} Ortho", "Our Lady of {n}", "Church of the {n}", "{n} Rehab of {c}", "The Villas at {c}",
			"{c} Eye Physicians", "Hôpital {w}", "{c} Royal Infirmary", "{n} Memorial", "{c} General",
			"{w} Park Academy", "{w} Elementary", "{n} Middle", "{c} High", "Preparatoria {w}", "Colegio {w}",
			"Iglesia {w}", "{c} ER", "{n} West", "{n} Health");

	private static final List<String> ROADS = List.of("State Route {n}", "County Road {n}", "Cty Rd {n}", "CR {n}",
			"Rural Route {n}", "{n} Farm to Market {m}", "{n} FM {m}", "Interstate {n}", "US {n}", "Highway {n}",
			"{m} Hwy {n} N", "{m} State Hwy {n}", "{w} & {v}", "{n}th & {w}", "{w} and {v}", "{m} E {n}th St",
			"{m} NW {n}th Ave", "{m} Avenue {a}", "{m} Camino {w}", "{m} Paseo {w}", "{m} {w} Bend", "{m} Old {w} Rd",
			"{m} {w}", "{w} Rd", "{w} Ave", "{w} Dr", "{w} Lane", "{w} Street", "{w} Hollow Dr", "{m} {w}'s Walk",
			"{m} Calle {w}", "Apartado {m}", "Carrera {n} #{m}");

	private static final List<String> OTHER = List.of("High School", "Elementary School", "Middle School", "University",
			"Community College", "Correctional Facility", "Church", "Lutheran Church", "Academy", "Senior Center",
			"Synagogue", "Homeless Shelter", "Nursing School", "Dental School", "Fire Department", "County Jail");

	private final List<String> cities;

	private final List<String> counties;

	private final Names names;

	Places(Split split, Names names) {
		this.cities = Lists.gazetteer("cities.txt.gz").stream().filter(split::admits).map(Names::capitalised).toList();
		this.counties = Lists.gazetteer("counties.txt.gz")
			.stream()
			.filter(split::admits)
			.map(Names::capitalised)
			.filter((county) -> !Set.of("Municipio").contains(county))
			.toList();
		this.names = names;
	}

	String city(RandomGenerator random) {
		int dice = random.nextInt(100);
		if (dice < 55) {
			return Names.pick(this.cities, random);
		}
		if (dice < 68) {
			return Names.pick(ABROAD, random);
		}
		String name = this.names.person(random).family();
		if (dice < 80) {
			return name + Names.pick(TAILS, random);
		}
		return (dice < 92) ? Names.pick(HEADS, random) + name : name;
	}

	String county(RandomGenerator random) {
		return (random.nextInt(4) > 0) ? Names.pick(this.counties, random)
				: this.names.person(random).family() + " County";
	}

	String street(RandomGenerator random) {
		int number = 1 + random.nextInt(random.nextBoolean() ? 400 : 19999);
		if (random.nextInt(7) == 0) {
			return road(number, random);
		}
		if (random.nextInt(8) == 0) {
			String way = Names.pick(FOREIGN_WAYS, random);
			return way.replace("{n}", String.valueOf(number)).replace("{w}", this.names.person(random).family());
		}
		String name = switch (random.nextInt(4)) {
			case 0 -> this.names.person(random).family();
			case 1 -> Names.pick(this.cities, random);
			default -> Names.pick(STREETS, random);
		};
		String unit = switch (random.nextInt(7)) {
			case 0 -> " Apt " + (1 + random.nextInt(99));
			case 1 -> ", Apt. " + (1 + random.nextInt(30)) + (char) ('A' + random.nextInt(6));
			case 2 -> " #" + (1 + random.nextInt(400));
			case 3 -> ", Suite " + (100 + random.nextInt(800));
			default -> "";
		};
		return number + " " + name + " " + Names.pick(WAYS, random) + unit;
	}

	/** What has no number in front, is written short, or is a crossing. */
	private String road(int number, RandomGenerator random) {
		String road = Names.pick(ROADS, random);
		road = road.replace("{w}", this.names.person(random).family()).replace("{v}", Names.pick(STREETS, random));
		road = road.replace("{a}", String.valueOf((char) ('A' + random.nextInt(20))));
		return road.replace("{m}", String.valueOf(number)).replace("{n}", String.valueOf(1 + number % 97));
	}

	String facility(RandomGenerator random) {
		if (random.nextInt(6) == 0) {
			String house = Names.pick(HOUSES, random);
			house = house.replace("{w}", this.names.person(random).family()).replace("{n}", Names.pick(NAMED, random));
			return house.replace("{c}", city(random));
		}
		String noun = Names.pick((random.nextInt(8) == 0) ? OTHER : CARE, random);
		return switch (random.nextInt(10)) {
			case 0, 1 -> "St. " + Names.pick(SAINTS, random) + " " + noun;
			case 2, 3, 4 -> Names.pick(NAMED, random) + " " + noun;
			case 5, 6 -> city(random) + " " + noun;
			case 7 -> this.names.person(random).family() + " " + noun;
			case 8 -> Names.pick(NAMED, random) + " " + noun + " " + city(random);
			default -> "University of " + city(random) + (random.nextBoolean() ? " " + noun : "");
		};
	}

}
