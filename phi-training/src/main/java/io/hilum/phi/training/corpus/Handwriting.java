package io.hilum.phi.training.corpus;

import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Rewrites a text as people write: all in lower case, without punctuation, in capitals,
 * with slips of the finger, or as it should be.
 */
final class Handwriting {

	private Handwriting() {
	}

	static Draft apply(Draft draft, String family, RandomGenerator random) {
		boolean structured = family.startsWith("x-");
		boolean chat = family.startsWith("chat");
		int dice = random.nextInt(100);
		if (chat ? dice < 60 : !structured && dice < 12) {
			return lower(draft, random);
		}
		if (!structured && dice < 17) {
			return draft.rewrite((text) -> text.toUpperCase(Locale.ROOT));
		}
		if (!structured && dice < 21) {
			return draft.rewrite((text) -> slip(text, random));
		}
		return draft;
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
