package io.hilum.gateway.phi;

/**
 * Escapes of JSON strings (RFC 8259 section 7) in text that arrives in pieces.
 */
final class JsonEscapes {

	private static final int UNICODE_ESCAPE = 6;

	private JsonEscapes() {
	}

	/**
	 * How much of a text is free of an escape that is not complete yet.
	 * @param text a text that begins outside any escape
	 * @return the length up to an incomplete escape at the end
	 */
	static int completeLength(String text) {
		int at = text.indexOf('\\');
		while (at >= 0) {
			int length = escapeLength(text, at);
			if (at + length > text.length()) {
				return at;
			}
			at = text.indexOf('\\', at + length);
		}
		return text.length();
	}

	/**
	 * Write printable ASCII as itself where it is escaped by its number.
	 * @param text a text of complete escapes
	 * @return the same JSON with fewer escapes
	 */
	static String simplify(String text) {
		StringBuilder out = new StringBuilder(text.length());
		int from = 0;
		for (int at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', from)) {
			out.append(text, from, at);
			from = at + escapeLength(text, at);
			int character = (from - at == UNICODE_ESCAPE) ? character(text, at) : -1;
			if (character > ' ' && character < 0x7f && character != '"' && character != '\\') {
				out.append((char) character);
			}
			else {
				out.append(text, at, from);
			}
		}
		return out.append(text, from, text.length()).toString();
	}

	private static int escapeLength(String text, int at) {
		return (at + 1 < text.length() && text.charAt(at + 1) == 'u') ? UNICODE_ESCAPE : 2;
	}

	private static int character(String text, int at) {
		int value = 0;
		for (int i = at + 2; i < at + UNICODE_ESCAPE; i++) {
			int digit = Character.digit(text.charAt(i), 16);
			if (digit < 0) {
				return -1;
			}
			value = value * 16 + digit;
		}
		return value;
	}

}
