package io.hilum.portal.word;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a text as they are compared: letters and digits, in lower case, without
 * accents (Unicode normalisation form KD, less its marks; Latin letters that have no such
 * form, as those with a stroke, become what is written for them where they are missing).
 */
final class Words {

	/**
	 * What is longer is compared by its beginning.
	 */
	static final int MAX_LENGTH = 64;

	private Words() {
	}

	/**
	 * The different words of a text.
	 * @param text the text
	 * @param max how many are taken at most
	 * @return the first of them, in their order
	 */
	static Set<String> of(String text, int max) {
		String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
		Set<String> words = new LinkedHashSet<>();
		StringBuilder word = new StringBuilder();
		for (int i = 0; i < plain.length() && words.size() < max;) {
			int point = plain.codePointAt(i);
			i += Character.charCount(point);
			if (Character.isLetterOrDigit(point)) {
				append(word, point);
			}
			else if (!isMark(point)) {
				take(word, words);
			}
		}
		if (words.size() < max) {
			take(word, words);
		}
		return words;
	}

	private static void append(StringBuilder word, int point) {
		if (word.length() < MAX_LENGTH) {
			word.append(plain(point));
		}
	}

	/** Latin letters that no form of Unicode takes apart. */
	private static String plain(int point) {
		return switch (point) {
			case 'ł' -> "l";
			case 'ø' -> "o";
			case 'đ', 'ð' -> "d";
			case 'ħ' -> "h";
			case 'ŧ' -> "t";
			case 'ı' -> "i";
			case 'ß' -> "ss";
			case 'æ' -> "ae";
			case 'œ' -> "oe";
			case 'þ' -> "th";
			default -> Character.toString(point);
		};
	}

	private static boolean isMark(int point) {
		int type = Character.getType(point);
		return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK
				|| type == Character.ENCLOSING_MARK;
	}

	private static void take(StringBuilder word, Set<String> words) {
		if (!word.isEmpty()) {
			words.add(word.toString());
			word.setLength(0);
		}
	}

}
