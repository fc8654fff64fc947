package io.hilum.agents.evidence;

import java.util.Locale;

/**
 * Compares quotations with texts by their words. Pure.
 */
final class Quote {

	private static final int FEWEST_CHARACTERS = 8;

	private static final int FEWEST_WORDS = 2;

	private Quote() {
	}

	/**
	 * The words of a text, in lower case, with one space around each.
	 * @param text the text
	 * @return the words
	 */
	static String words(String text) {
		StringBuilder words = new StringBuilder(text.length() + 2).append(' ');
		text.toLowerCase(Locale.ROOT).codePoints().map(Quote::plain).forEach((c) -> {
			boolean space = words.charAt(words.length() - 1) == ' ';
			if (c != ' ' || !space) {
				words.appendCodePoint(c);
			}
		});
		if (words.charAt(words.length() - 1) != ' ') {
			words.append(' ');
		}
		return words.toString();
	}

	/** Models write the quotation marks and dashes that they like. */
	private static int plain(int c) {
		return switch (c) {
			case 0x2018, 0x2019, 0x201A, 0x2032 -> '\'';
			case 0x201C, 0x201D, 0x201E, 0x2033 -> '"';
			case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212 -> '-';
			default -> (Character.isWhitespace(c) || Character.isSpaceChar(c)) ? ' ' : c;
		};
	}

	static boolean isIn(String words, String quotation) {
		String quoted = words(quotation).strip();
		if (quoted.length() < FEWEST_CHARACTERS || quoted.split(" ").length < FEWEST_WORDS) {
			return false;
		}
		int at = words.indexOf(quoted);
		while (at >= 0) {
			if (isEdge(words, at - 1) && isEdge(words, at + quoted.length())) {
				return true;
			}
			at = words.indexOf(quoted, at + 1);
		}
		return false;
	}

	private static boolean isEdge(String words, int at) {
		return !Character.isLetterOrDigit(words.charAt(at));
	}

}
