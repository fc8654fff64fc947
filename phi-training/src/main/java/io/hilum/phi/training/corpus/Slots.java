package io.hilum.phi.training.corpus;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Fills the slots of one text. A person is a letter and stays the same through the text:
 * <code>{p}</code> is a full name, <code>{p.last}</code> a part of it.
 */
final class Slots {

	private static final List<String> MONTHS = List.of("January", "February", "March", "April", "May", "June", "July",
			"August", "September", "October", "November", "December");

	private static final List<String> DAYS = List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
			"Sunday");

	private static final List<String> STATES = List.of("AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "FL", "GA", "HI",
			"ID", "IL", "IN", "IA", "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH",
			"NJ", "NM", "NY", "NC", "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA",
			"WV", "WI", "WY");

	private static final List<String> STATE_NAMES = List.of("Texas", "California", "Ohio", "Florida", "Georgia",
			"Nevada", "New York", "North Carolina", "New Mexico", "Michigan", "Virginia", "West Virginia",
			"Washington State", "Colorado", "Utah", "Hawaii", "Alaska", "Kentucky", "Tennessee", "Wisconsin",
			"Puerto Rico", "Kansas");

	private static final List<String> ABBREVIATIONS = List.of("ADT", "ORU", "ORM", "MDM", "SIU", "DFT", "ACK", "ENG",
			"CHR", "LAB", "EHR", "RIS", "PACS", "HIS", "TCP", "UDP", "DROP", "PROTO", "SRC", "DST", "LEN", "MAC", "SBP",
			"DBP", "MAP", "CVP", "ETCO2", "MMR", "DTAP", "HPV", "PCV", "CVX", "NDC", "UDI", "VIN", "DEA", "NPI", "MBI",
			"SSN", "LOS", "LOC", "GCS", "CIWA", "COWS", "NIHSS", "ASA", "EBL", "UOP", "JVP", "PERRL", "EOMI", "RRR",
			"CTAB", "NTND", "WNL", "NAD", "AAO", "FHT", "EDC", "EGA", "GBS", "NST", "BPP", "TRIAGE", "NPO", "DNR",
			"POLST", "HPI", "ROS", "PMH", "PSH", "FHX", "SHX", "CC", "HEENT", "MSK", "GU", "GI", "CV", "RESP", "NEURO",
			"PSYCH", "SKIN", "DERM", "ENT", "OB", "GYN", "PT", "OT", "ST", "RT", "SW", "CM", "UR", "HIM", "IT", "HR",
			"QA", "ED", "OR", "PACU", "ICU", "CCU", "NICU", "MICU", "SICU", "TELE", "SNF", "LTAC", "IRF", "HHA", "DME",
			"PCP", "POA", "HCP", "AMA", "LWBS", "EMTALA", "HIPAA", "CMS", "OIG", "ADDR", "CERT", "DOB", "DOS", "EOB",
			"COB", "PPO", "HMO", "EPO", "POS", "MCO", "ACO", "API", "JSON", "XML", "SQL", "CSV", "PDF", "HTML", "HTTP",
			"REST", "SDK", "JDK", "CPU", "RAM", "UUID", "URL", "URI", "UTC", "EST", "PST", "BRCA", "EGFR", "KRAS",
			"ALK", "HER2", "CFTR", "MTHFR", "JAK", "FLT", "CrCl", "eGFR", "HbA", "PaO", "FiO", "SpO", "HCTZ", "ASA",
			"APAP", "NSAID", "SSRI", "ACE", "ARB", "PPI", "DOAC", "LMWH", "TPN", "PICC", "EVD", "ICP", "CPAP");

	private static final List<String> CODE = List.of("Name", "Id", "Date", "List", "Map", "Count", "Service", "Handler",
			"Controller", "Factory", "Compare", "Ms", "Url", "Key", "Type", "Code", "Status", "Repository", "Config",
			"Error", "Exception", "Request", "Response", "Client", "Index", "Value", "Text", "Token", "Timeout",
			"Size");

	private static final List<String> COUNTRIES = List.of("Mexico", "Vietnam", "India", "China", "the Philippines",
			"Somalia", "Ethiopia", "Ukraine", "Poland", "Brazil", "Haiti", "Guatemala", "Nigeria", "Korea", "Iran",
			"Iraq", "Germany", "Canada", "Jordan", "Syria", "Honduras", "Ireland", "Italy", "Kenya", "Laos",
			"Thailand");

	private final Names names;

	private final Places places;

	private final Medicine medicine;

	private final Organisations organisations;

	private final RandomGenerator random;

	private final Map<String, Person> people = new HashMap<>();

	private final boolean female;

	private final List<String> words;

	private final List<String> things;

	Slots(Sources sources, RandomGenerator random) {
		this.names = sources.names();
		this.places = sources.places();
		this.medicine = sources.medicine();
		this.organisations = sources.organisations();
		this.words = sources.words();
		this.things = sources.things();
		this.random = random;
		this.female = random.nextBoolean();
	}

	/** Fill one slot. */
	void fill(String slot, Draft draft) {
		int dot = slot.indexOf('.');
		String head = (dot < 0) ? slot : slot.substring(0, dot);
		if (head.length() == 1 && Character.isLetter(head.charAt(0))) {
			person(head, (dot < 0) ? "full" : slot.substring(dot + 1), draft);
			return;
		}
		switch (head) {
			case "city" -> draft.write(this.places.city(this.random), Kind.PLACE);
			case "county" -> draft.write(this.places.county(this.random), Kind.PLACE);
			case "fac" -> draft.write(this.places.facility(this.random), Kind.PLACE);
			case "street" -> draft.write(this.places.street(this.random), Kind.PLACE);
			case "org" -> draft.write(this.organisations.organisation(this.random), Kind.ORGANISATION);
			default -> draft.write(plain(head));
		}
	}

	private void person(String letter, String form, Draft draft) {
		Person person = this.people.computeIfAbsent(letter, (key) -> this.names.person(this.random));
		switch (form) {
			case "title" -> draft.write(this.female ? pick("Ms.", "Mrs.", "Ms", "Mrs") : pick("Mr.", "Mr"));
			case "He" -> draft.write(this.female ? "She" : "He");
			case "he" -> draft.write(this.female ? "she" : "he");
			case "his" -> draft.write(this.female ? "her" : "his");
			case "him" -> draft.write(this.female ? "her" : "him");
			case "man" -> draft.write(this.female ? pick("woman", "female", "lady") : pick("man", "male", "gentleman"));
			case "sex" -> draft.write(this.female ? pick("F", "female") : pick("M", "male"));
			default -> draft.write(name(person, form), Kind.NAME);
		}
	}

	private String name(Person person, String form) {
		return switch (form) {
			case "first" -> person.given();
			case "last" -> person.family();
			case "lf" -> person.lastFirst(this.random);
			case "LF" -> person.lastFirst(this.random).toUpperCase(Locale.ROOT);
			case "caps" -> person.full(this.random).toUpperCase(Locale.ROOT);
			case "il" -> person.initialLast(this.random);
			case "fi" -> person.firstInitial(this.random);
			case "in" -> person.initials(this.random);
			case "LASTCAPS" -> person.family().toUpperCase(Locale.ROOT);
			case "FIRSTCAPS" -> person.given().toUpperCase(Locale.ROOT);
			case "plus" -> person.given() + "+" + person.family();
			case "hl7" -> person.hl7(this.random);
			case "alias" -> (this.random.nextInt(3) == 0) ? person.full(this.random)
					: this.random.nextBoolean() ? person.given() : person.family();
			default -> person.full(this.random);
		};
	}

	private String plain(String slot) {
		return switch (slot) {
			case "state" -> Names.pick(STATES, this.random);
			case "State" -> Names.pick(STATE_NAMES, this.random);
			case "country" -> Names.pick(COUNTRIES, this.random);
			case "zip" -> String.format(Locale.ROOT, "%05d", this.random.nextInt(99950));
			case "eponym" -> this.medicine.eponym(this.random);
			case "bare" -> this.medicine.bareEponym(this.random);
			case "drug" -> this.medicine.drug(this.random);
			case "dose" -> this.medicine.dose(this.random);
			case "date" -> date();
			case "day" -> Names.pick(DAYS, this.random);
			case "month" -> Names.pick(MONTHS, this.random);
			case "time" -> time();
			case "year" -> String.valueOf(1980 + this.random.nextInt(47));
			case "age" -> String.valueOf(1 + this.random.nextInt(99));
			case "#" -> String.valueOf(1 + this.random.nextInt(30));
			case "nn" -> String.valueOf(10 + this.random.nextInt(990));
			case "dec" -> (1 + this.random.nextInt(15)) + "." + this.random.nextInt(10);
			case "id" -> id();
			case "phone" -> phone();
			case "email" -> email();
			case "money" -> "$" + (5 + this.random.nextInt(4000)) + pick("", ".00", ".50");
			case "word" -> Names.pick(this.words, this.random);
			case "thing" -> Names.pick(this.things, this.random);
			case "Thing" -> Names.capitalised(Names.pick(this.things, this.random));
			case "ABBR" -> abbreviation();
			case "ABBR2" -> letters(2);
			case "camel" -> camel();
			case "snake" -> Names.pick(this.words, this.random) + "_" + Names.pick(this.words, this.random);
			case "Word" -> Names.capitalised(Names.pick(this.words, this.random));
			default -> throw new IllegalStateException("no slot " + slot);
		};
	}

	private String abbreviation() {
		return (this.random.nextInt(3) > 0) ? Names.pick(ABBREVIATIONS, this.random)
				: letters(2 + this.random.nextInt(4));
	}

	private String letters(int count) {
		StringBuilder letters = new StringBuilder();
		for (int n = 0; n < count; n++) {
			letters.append((char) ('A' + this.random.nextInt(26)));
		}
		return letters.toString();
	}

	private String camel() {
		String first = Names.pick(this.words, this.random);
		String tail = Names.pick(CODE, this.random);
		String word = (this.random.nextInt(3) == 0) ? first + Names.capitalised(Names.pick(this.words, this.random))
				: first + tail;
		return this.random.nextBoolean() ? word : Names.capitalised(word);
	}

	private String date() {
		int month = 1 + this.random.nextInt(12);
		int day = 1 + this.random.nextInt(28);
		int year = 1935 + this.random.nextInt(92);
		String name = MONTHS.get(month - 1);
		return switch (this.random.nextInt(8)) {
			case 0 -> String.format(Locale.ROOT, "%d-%02d-%02d", year, month, day);
			case 1 -> name + " " + day + ", " + year;
			case 2 -> day + " " + name.substring(0, 3) + " " + year;
			case 3 -> month + "/" + day;
			case 4 -> name + " " + day;
			case 5 -> String.format(Locale.ROOT, "%d/%d/%02d", month, day, year % 100);
			default -> String.format(Locale.ROOT, "%02d/%02d/%d", month, day, year);
		};
	}

	private String time() {
		int hour = this.random.nextInt(24);
		int minute = this.random.nextInt(60);
		return switch (this.random.nextInt(3)) {
			case 0 -> String.format(Locale.ROOT, "%02d%02d", hour, minute);
			case 1 -> String.format(Locale.ROOT, "%d:%02d %s", 1 + hour % 12, minute, pick("am", "pm", "AM", "PM"));
			default -> String.format(Locale.ROOT, "%02d:%02d", hour, minute);
		};
	}

	private String id() {
		int number = 10000 + this.random.nextInt(99_989_999);
		return switch (this.random.nextInt(5)) {
			case 0 -> pick("MR", "A", "H", "CLM", "RX-", "E", "ACC-", "S") + number;
			case 1 -> (number % 1000) + "-" + (number % 89) + "-" + (number % 9973);
			default -> String.valueOf(number);
		};
	}

	private String phone() {
		int area = 201 + this.random.nextInt(780);
		int exchange = 200 + this.random.nextInt(799);
		String line = String.format(Locale.ROOT, "%04d", this.random.nextInt(10000));
		return switch (this.random.nextInt(4)) {
			case 0 -> "(" + area + ") " + exchange + "-" + line;
			case 1 -> area + "." + exchange + "." + line;
			case 2 -> "x" + line;
			default -> area + "-" + exchange + "-" + line;
		};
	}

	private String email() {
		return Names.pick(this.words, this.random) + this.random.nextInt(100) + "@"
				+ pick("example.org", "mail.example.com", "hospital.example");
	}

	private String pick(String... choices) {
		return choices[this.random.nextInt(choices.length)];
	}

}
