package io.hilum.agents.agent.coding;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Knows when a sentence says the opposite of what a code means, in the few words where
 * opposites are plain: sides, types, courses and stages. Pure.
 */
final class Contradiction {

	private static final List<Opposites> OPPOSITES = List.of(new Opposites("right", "left"),
			new Opposites("type 1", "type 2"), new Opposites("acute", "chronic"),
			new Opposites("systolic", "diastolic"), new Opposites("female", "male"), new Opposites("upper", "lower"));

	private static final Pattern STAGE = Pattern.compile("\\bstage (\\d[ab]?)");

	private Contradiction() {
	}

	static boolean between(String description, String sentence) {
		String meaning = description.toLowerCase(Locale.ROOT);
		String said = sentence.toLowerCase(Locale.ROOT).replace("type ii", "type 2").replace("type i ", "type 1 ");
		return OPPOSITES.stream().anyMatch((pair) -> pair.contradict(meaning, said)) || otherStage(meaning, said);
	}

	private static boolean otherStage(String meaning, String said) {
		List<String> meant = stages(meaning);
		List<String> told = stages(said);
		return !meant.isEmpty() && !told.isEmpty()
				&& meant.stream().noneMatch((one) -> told.stream().anyMatch((other) -> isSame(one, other)));
	}

	private static List<String> stages(String text) {
		return STAGE.matcher(text).results().map((result) -> result.group(1)).toList();
	}

	/** Stage 3 is said of 3a too. */
	private static boolean isSame(String one, String other) {
		return one.startsWith(other) || other.startsWith(one);
	}

	/**
	 * Two words that exclude each other.
	 */
	private record Opposites(String one, String other) {

		boolean contradict(String meaning, String said) {
			return only(meaning, this.one, this.other) && only(said, this.other, this.one)
					|| only(meaning, this.other, this.one) && only(said, this.one, this.other);
		}

		private static boolean only(String text, String word, String opposite) {
			return has(text, word) && !has(text, opposite);
		}

		private static boolean has(String text, String word) {
			return Pattern.compile("\\b" + Pattern.quote(word) + "\\b").matcher(text).find();
		}

	}

}
