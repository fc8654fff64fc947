package io.hilum.phi.training.corpus;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Rewrites a text as people write: all in lower case, without punctuation, in capitals,
 * with slips of the finger, as a machine writes down what is dictated, or as it should
 * be.
 */
final class Handwriting {

	private static final List<Map.Entry<String, String>> SPOKEN = List.of(Map.entry("Dr\\.?", "doctor"),
			Map.entry("Mr\\.?", "mister"), Map.entry("Mrs\\.?", "missus"), Map.entry("Ms\\.?", "miss"),
			Map.entry("RN", "r n"), Map.entry("y/o", "year old"), Map.entry("w/", "with"), Map.entry("Pt", "patient"));

	/** Of so many words one is mistyped where somebody types carelessly. */
	private static final int CARELESS = 9;

	private Handwriting() {
	}

	static Draft apply(Draft draft, String family, RandomGenerator random) {
		boolean structured = family.startsWith("x-");
		boolean chat = family.startsWith("chat") || family.startsWith("neg-asks");
		int dice = random.nextInt(100);
		if (chat ? dice < 55 : !structured && dice < 12) {
			return lower(draft, random);
		}
		if (structured) {
			return draft;
		}
		return switch (random.nextInt(30)) {
			case 0, 1 -> draft.rewrite((text) -> text.toUpperCase(Locale.ROOT));
			case 2 -> draft.rewrite((text) -> slip(text, random));
			case 3, 4 -> draft.rewrite((text) -> careless(text, random));
			case 5, 6 -> dictated(draft, random);
			case 7 -> draft.rewriteMarked((text) -> text.toLowerCase(Locale.ROOT));
			case 8 -> draft.rewriteMarked((text) -> text.toUpperCase(Locale.ROOT));
			default -> family.equals("dictation") ? dictated(draft, random) : draft;
		};
	}

	private static Draft lower(Draft draft, RandomGenerator random) {
		boolean bare = random.nextInt(3) > 0;
		boolean apostrophes = random.nextBoolean();
		return draft.rewrite((text) -> {
			String lower = text.toLowerCase(Locale.ROOT);
			if (!bare) {
				return lower;
			}
			String plain = lower.replaceAll("[.,;:!?](?=\\s|$)", "");
			return apostrophes ? plain.replace("'", "") : plain;
		});
	}

	/**
	 * What a machine hears: no capitals, titles in full, points by name or not at all.
	 */
	private static Draft dictated(Draft draft, RandomGenerator random) {
		boolean named = random.nextBoolean();
		return draft.rewrite((text) -> {
			String spoken = text;
			for (Map.Entry<String, String> word : SPOKEN) {
				spoken = spoken.replaceAll("(?<![A-Za-z])" + word.getKey() + "(?=\\s|$)", word.getValue());
			}
			String points = named ? spoken.replaceAll("\\.(?=\\s|$)", " period").replaceAll(",(?=\\s|$)", " comma")
					: spoken.replaceAll("[.,;:!?](?=\\s|$)", "");
			return points.replace("\n", named ? " new line " : " ").toLowerCase(Locale.ROOT);
		});
	}

	/** Letters change places, are left out or doubled in many words. */
	private static String careless(String text, RandomGenerator random) {
		StringBuilder careless = new StringBuilder();
		for (String word : text.splitWithDelimiters("\\s+", 0)) {
			boolean slips = word.length() > 3 && word.chars().allMatch(Character::isLetter)
					&& random.nextInt(CARELESS) == 0;
			careless.append(slips ? mistyped(word, random) : word);
		}
		return careless.toString();
	}

	private static String mistyped(String word, RandomGenerator random) {
		int at = 1 + random.nextInt(word.length() - 2);
		return switch (random.nextInt(3)) {
			case 0 -> word.substring(0, at) + word.substring(at + 1);
			case 1 -> word.substring(0, at) + word.charAt(at) + word.substring(at);
			default -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
		};
	}

	/** Two letters change places in one word. */
	private static String slip(String text, RandomGenerator random) {
		if (text.length() < 8) {
			return text;
		}
		int at = 1 + random.nextInt(text.length() - 3);
		if (!Character.isLetter(text.charAt(at)) || !Character.isLetter(text.charAt(at + 1))) {
			return text;
		}
		return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
	}

}
