package io.hilum.phi.training.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Given and family names: of the census, of every origin in use in the United States,
 * invented ones, and words that are names too.
 */
final class Names {

	/** Origins that only the judging of a model sees, when it is to be judged. */
	private static final Set<String> HELD_OUT = Set.of("hungarian", "hu_HU", "fi_FI", "zu_ZA", "hawaiian", "persian",
			"thai", "yo_NG", "it_IT", "lt_LT", "en_KE", "korean", "hr_HR");

	/** Every so many names of the census are held out too. */
	private static final int HELD_OUT_SHARE = 8;

	private static final List<String> WORDS_GIVEN = List.of("Will", "May", "Rose", "Grant", "Mark", "Bill", "Grace",
			"Hope", "Faith", "Joy", "Dawn", "April", "June", "Summer", "Autumn", "Art", "Gene", "Guy", "Rich", "Frank",
			"Pat", "Drew", "Chance", "Chase", "Hunter", "Mason", "Carter", "Parker", "Dean", "Earl", "Duke", "Miles",
			"Victor", "Sandy", "Ruby", "Pearl", "Ginger", "Olive", "Ivy", "Iris", "Lily", "Daisy", "Violet", "Heather",
			"Holly", "Robin", "Wren", "Jay", "Max", "Rusty", "Sunny", "Destiny", "Charity", "Patience", "Honor",
			"Angel", "Christian", "Jade", "Amber", "Crystal", "Coral", "Sky", "River", "Brook", "Forest", "Cliff",
			"Glen", "Dale", "Heath", "Reed", "Rob", "Sue", "Peg", "Jack", "Nick", "Harry", "Dick", "John", "Don", "Ray",
			"Bud", "Star", "Melody", "Harmony", "Justice", "Blaze", "Ace", "Major", "Judge", "Royal", "Sterling",
			"Clay", "Penny", "Eve", "Georgia", "Virginia", "Carolina", "Dakota", "Austin", "Dallas", "Houston", "Paris",
			"London", "Brooklyn", "Chelsea", "Sydney", "Florence", "Savannah", "Madison", "Jackson", "Lincoln", "Kent",
			"Chad", "Jordan", "Israel", "India", "China", "Kenya", "Asia");

	private static final List<String> WORDS_FAMILY = List.of("Price", "Young", "Brown", "Long", "Short", "Small",
			"White", "Black", "Green", "Gray", "Rich", "Poor", "Best", "Good", "Sharp", "Strong", "Stark", "Wise",
			"Fine", "Moody", "Savage", "Swift", "Noble", "Wild", "Hardy", "Bright", "Day", "Knight", "King", "Prince",
			"Bishop", "Pope", "Abbott", "Page", "Cook", "Baker", "Butler", "Carter", "Fisher", "Gardner", "Hunter",
			"Mason", "Porter", "Potter", "Sawyer", "Shepherd", "Singer", "Smith", "Taylor", "Turner", "Walker",
			"Weaver", "Wood", "Stone", "Rock", "Hill", "Field", "Banks", "Rivers", "Brooks", "Lake", "Pool", "Wells",
			"Ford", "Bridges", "Church", "Parks", "Street", "Lane", "Rhodes", "House", "Hall", "Barnes", "Mills",
			"Gates", "Walls", "Chambers", "Glass", "Bell", "Horn", "Bass", "Pike", "Fox", "Wolf", "Bear", "Lamb",
			"Bird", "Crane", "Drake", "Finch", "Hawk", "Robin", "Swan", "Rice", "Bean", "Berry", "Cherry", "Lemon",
			"Pepper", "Root", "Branch", "Rose", "Flowers", "Bush", "Moss", "Reed", "Frost", "Snow", "Winter", "Summers",
			"Storm", "Hale", "Love", "Grace", "Joy", "Hope", "Case", "Cash", "Chance", "Chase", "Cross", "Curry",
			"Daily", "Dollar", "Early", "English", "French", "German", "Gold", "Grant", "Head", "Hand", "Foot", "Legg",
			"Bone", "Ball", "Hammer", "Hood", "Keys", "Law", "Little", "Lord", "Lovely", "Low", "Major", "Marsh", "May",
			"March", "Monday", "Friday", "Nail", "Pain", "Payne", "Peace", "Penny", "Piper", "Power", "Pride", "Quick",
			"Read", "Roach", "Self", "Shields", "Silver", "Sparks", "Speed", "Spring", "Starr", "Steel", "Tell",
			"Temple", "Trout", "Vice", "Wall", "Ward", "Waters", "Way", "Weeks", "West", "North", "Winn", "Worth",
			"Wright", "Yates", "Graves", "Parkinson", "Crohn", "Addison", "Bright", "Paget", "Hodges", "Colon", "Child",
			"Nurse", "Doctor", "Dose", "Post", "Note", "Bill", "Mark", "Will", "Chart", "Person", "Man", "Blood",
			"Lung", "Vein", "Cancer", "Gene", "Do", "An", "So", "In", "No", "Many", "Tu", "My", "Le", "To", "Oh", "Yu",
			"Ha", "Un", "U", "Ng");

	private final List<String> given;

	private final List<String> family;

	private final Map<String, List<String>> givenByOrigin = new HashMap<>();

	private final Map<String, List<String>> familyByOrigin = new HashMap<>();

	private final List<String> origins;

	private final Invention inventedGiven;

	private final Invention inventedFamily;

	/**
	 * Load the names.
	 * @param split which names may be seen
	 */
	Names(Split split) {
		this.given = Lists.gazetteer("first-names.txt.gz")
			.stream()
			.filter(split::admits)
			.map(Names::capitalised)
			.toList();
		this.family = Lists.gazetteer("surnames.txt.gz")
			.stream()
			.filter(split::admits)
			.map(Names::capitalised)
			.toList();
		for (String line : Lists.own("names.txt.gz")) {
			String[] row = line.split("\t", -1);
			if (split.admits(row[0], HELD_OUT)) {
				(row[1].equals("F") ? this.givenByOrigin : this.familyByOrigin)
					.computeIfAbsent(row[0], (key) -> new ArrayList<>())
					.add(row[2]);
			}
		}
		this.origins = this.givenByOrigin.keySet().stream().filter(this.familyByOrigin::containsKey).sorted().toList();
		List<String> allFamily = new ArrayList<>(this.family.subList(0, Math.min(20000, this.family.size())));
		this.familyByOrigin.values().forEach(allFamily::addAll);
		List<String> allGiven = new ArrayList<>(this.given);
		this.givenByOrigin.values().forEach(allGiven::addAll);
		this.inventedFamily = new Invention(allFamily.stream().sorted().toList());
		this.inventedGiven = new Invention(allGiven.stream().sorted().toList());
	}

	static boolean isHeldOut(String name) {
		return Math.floorMod(name.hashCode() * 0x9E3779B1 >>> 7, HELD_OUT_SHARE) == 0;
	}

	/** A given and a family name that go together, or do not, as in the country. */
	Person person(RandomGenerator random) {
		int dice = random.nextInt(100);
		if (dice < 38) {
			return new Person(pick(this.given, random), pick(this.family, random));
		}
		if (dice < 72) {
			String origin = pick(this.origins, random);
			String first = pick(this.givenByOrigin.getOrDefault(origin, this.given), random);
			return new Person(first, pick(this.familyByOrigin.getOrDefault(origin, this.family), random));
		}
		if (dice < 84) {
			String first = random.nextBoolean() ? pick(this.given, random) : this.inventedGiven.invent(random);
			return new Person(first, this.inventedFamily.invent(random));
		}
		String first = random.nextBoolean() ? pick(WORDS_GIVEN, random) : pick(this.given, random);
		return new Person(first, random.nextInt(3) > 0 ? pick(WORDS_FAMILY, random) : pick(this.family, random));
	}

	static <T> T pick(List<T> list, RandomGenerator random) {
		return list.get(random.nextInt(list.size()));
	}

	static String capitalised(String word) {
		StringBuilder capitalised = new StringBuilder(word);
		boolean start = true;
		for (int at = 0; at < word.length(); at++) {
			if (start) {
				capitalised.setCharAt(at, Character.toUpperCase(word.charAt(at)));
			}
			start = " -'".indexOf(word.charAt(at)) >= 0;
		}
		return capitalised.toString();
	}

}
