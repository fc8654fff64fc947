package io.hilum.rag.read.tika;

/**
 * Brings white space and control characters into one form.
 */
final class Whitespace {

	private Whitespace() {
	}

	/**
	 * Runs of white space become one space.
	 */
	static String oneLine(String text) {
		return collapse(text, false);
	}

	/**
	 * The same within lines; empty lines vanish.
	 */
	static String lines(String text) {
		return collapse(text, true);
	}

	private static String collapse(String text, boolean keepLines) {
		StringBuilder clean = new StringBuilder(text.length());
		char gap = 0;
		for (int i = 0; i < text.length(); i++) {
			char next = text.charAt(i);
			if (isSpace(next)) {
				gap = (gap == '\n' || (keepLines && (next == '\n' || next == '\r'))) ? '\n' : ' ';
				continue;
			}
			if (gap != 0 && !clean.isEmpty()) {
				clean.append(gap);
			}
			gap = 0;
			clean.append(next);
		}
		return clean.toString();
	}

	private static boolean isSpace(char value) {
		return Character.isWhitespace(value) || Character.isSpaceChar(value) || Character.isISOControl(value)
				|| value == '\uFEFF';
	}

}
