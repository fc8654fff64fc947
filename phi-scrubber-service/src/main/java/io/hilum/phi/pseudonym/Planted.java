package io.hilum.phi.pseudonym;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Words in the texts of a client that look like pseudonyms. They may be mistaken, be left
 * over from elsewhere, or be planted in the hope of being restored.
 */
final class Planted {

	/** The escape of an opening bracket in JSON. */
	private static final String ESCAPE = "U005B";

	private Planted() {
	}

	/**
	 * Every run of letters, digits and underscores with an underscore in it, in capitals.
	 */
	static Set<String> wordsOf(List<String> texts) {
		Set<String> words = new HashSet<>();
		for (String text : texts) {
			int start = 0;
			for (int at = 0; at <= text.length(); at++) {
				if (at == text.length() || !isWord(text.charAt(at))) {
					add(text, start, at, words);
					start = at + 1;
				}
			}
		}
		return words;
	}

	private static void add(String text, int start, int end, Set<String> words) {
		if (end - start < 3 || text.indexOf('_', start, end) < 0) {
			return;
		}
		String word = text.substring(start, end).toUpperCase(Locale.ROOT);
		words.add(word.startsWith(ESCAPE) ? word.substring(ESCAPE.length()) : word);
	}

	private static boolean isWord(char unit) {
		return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z') || (unit >= '0' && unit <= '9')
				|| unit == '_';
	}

}
