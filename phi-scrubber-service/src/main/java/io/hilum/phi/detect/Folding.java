package io.hilum.phi.detect;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Brings a word to the form in which lists hold it: lower case without diacritics.
 */
public final class Folding {

	private static final String FROM = "łøđ’‘";

	private static final String TO = "lod''";

	private Folding() {
	}

	/**
	 * Fold a text.
	 * @param text the text
	 * @return the text in lower case without diacritics
	 */
	public static String fold(String text) {
		String lower = text.toLowerCase(Locale.ROOT);
		return isAscii(lower) ? lower : stripped(lower);
	}

	private static boolean isAscii(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) > 127) {
				return false;
			}
		}
		return true;
	}

	private static String stripped(String lower) {
		String apart = Normalizer.normalize(lower, Normalizer.Form.NFD);
		StringBuilder plain = new StringBuilder(apart.length());
		for (int i = 0; i < apart.length(); i++) {
			char unit = apart.charAt(i);
			if (Character.getType(unit) != Character.NON_SPACING_MARK) {
				int known = FROM.indexOf(unit);
				plain.append((known < 0) ? unit : TO.charAt(known));
			}
		}
		return plain.toString();
	}

}
