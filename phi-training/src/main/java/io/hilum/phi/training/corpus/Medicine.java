package io.hilum.phi.training.corpus;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Eponyms, medicines and other words with a capital that name nobody: of lists, and
 * invented so that the model learns them by their neighbours and endings.
 */
final class Medicine {

	private static final List<String> HEADS = List.of("disease", "syndrome", "sign", "palsy", "fracture", "lymphoma",
			"test", "score", "scale", "criteria", "procedure", "maneuver", "catheter", "tube", "drain", "position",
			"reflex", "thyroiditis", "esophagus", "contracture", "phenomenon", "tumor", "sarcoma", "nodes", "ulcer",
			"classification", "stain", "hernia", "cyst", "dystrophy", "ataxia", "triad", "anomaly", "operation",
			"repair", "clamp", "retractor", "bodies", "nevus", "purpura", "stage", "grade", "point", "line", "angle",
			"formula", "index", "ring", "diverticulum", "incision", "shunt", "forceps", "spots", "gait", "murmur",
			"law", "splint", "brace", "exercises", "block", "nodules", "encephalopathy", "dementia", "disorder",
			"pouch", "stain");

	private static final List<String> ENDINGS = List.of("mab", "pril", "sartan", "statin", "olol", "azole", "cillin",
			"xaban", "gliptin", "gliflozin", "tinib", "mycin", "floxacin", "dipine", "pam", "zepam", "caine", "oxetine",
			"tidine", "vir", "navir", "cycline", "prazole", "setron", "triptan", "semide", "thiazide", "glutide",
			"zumab", "ciclib", "parib", "lukast", "phylline", "barbital", "profen", "sone", "olone", "idine", "apine",
			"idone");

	private static final List<String> FURTHER = List.of("Mounjaro", "Ozempic", "Tylenol", "Advil", "Motrin", "Benadryl",
			"Claritin", "Zyrtec", "Pepcid", "Tums", "Robaxin", "Flexeril", "Toradol", "Dilaudid", "Percocet", "Norco",
			"Vicodin", "Narcan", "Zosyn", "Rocephin", "Keflex", "Bactrim", "Cipro", "Levaquin", "Flagyl", "Vanc",
			"Heparin", "Aspirin", "Insulin", "Prednisone", "Albuterol", "Lasix", "Metformin", "Lisinopril", "Ativan",
			"Synthroid", "Protonix", "Solu-Medrol", "Decadron", "Kayexalate", "Colace", "Senna", "Miralax", "Dulcolax");

	private final List<String> eponyms;

	private final List<String> drugs;

	private final Invention invented;

	private final Names names;

	Medicine(Split split, Names names) {
		this.eponyms = Lists.gazetteer("eponyms.txt")
			.stream()
			.filter((word) -> word.indexOf(' ') < 0 && split.admits(word))
			.map(Names::capitalised)
			.toList();
		this.drugs = Lists.gazetteer("drugs.txt")
			.stream()
			.filter((word) -> !word.isEmpty() && split.admits(word))
			.toList();
		this.invented = new Invention(this.drugs);
		this.names = names;
	}

	/**
	 * {@code Hashimoto's thyroiditis}, {@code Babinski}, {@code Smith-Jones fracture}.
	 */
	String eponym(RandomGenerator random) {
		int dice = random.nextInt(10);
		if (dice < 3) {
			return Names.pick(this.eponyms, random) + " " + Names.pick(HEADS, random);
		}
		String name = this.names.person(random).family();
		String head = Names.pick(HEADS, random);
		return switch (dice) {
			case 3 -> Names.pick(this.eponyms, random) + "'s " + head;
			case 4, 5 -> name + "'s " + head;
			case 6 -> name + "-" + this.names.person(random).family() + " " + head;
			case 7 -> name + "s " + head;
			default -> name + " " + head;
		};
	}

	String bareEponym(RandomGenerator random) {
		return Names.pick(this.eponyms, random);
	}

	String drug(RandomGenerator random) {
		return switch (random.nextInt(10)) {
			case 0, 1, 2 -> Names.capitalised(Names.pick(this.drugs, random));
			case 3 -> Names.pick(this.drugs, random);
			case 4, 5 -> Names.pick(FURTHER, random);
			case 6 -> this.invented.invent(random);
			case 7 -> this.invented.invent(random).substring(0, 3) + Names.pick(ENDINGS, random);
			default ->
				(this.invented.invent(random).substring(0, 3) + Names.pick(ENDINGS, random)).toLowerCase(Locale.ROOT);
		};
	}

	String dose(RandomGenerator random) {
		int amount = (1 + random.nextInt(40)) * (random.nextBoolean() ? 5 : 25);
		return amount + (random.nextBoolean() ? " " : "") + (random.nextInt(4) == 0 ? "mcg" : "mg");
	}

}
