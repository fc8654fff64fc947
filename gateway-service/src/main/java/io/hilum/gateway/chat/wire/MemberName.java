package io.hilum.gateway.chat.wire;

/**
 * Names of JSON members in data of a caller's own form. Most name a field; some are what
 * an index is by, and then they may be a patient's name or number.
 */
public final class MemberName {

	private static final int MAX_PLAIN = 64;

	private static final int MAX_DIGITS = 3;

	private MemberName() {
	}

	/**
	 * Whether a name is written as fields are, in camel or snake case with a small letter
	 * in front and no long number, so that it says nothing of anybody.
	 * @param name the name
	 * @return {@code true} if it need not be searched
	 */
	public static boolean isField(String name) {
		if (name.isEmpty()) {
			return true;
		}
		if (name.length() > MAX_PLAIN || !isSmall(name.charAt(0))) {
			return false;
		}
		int digits = 0;
		for (int i = 1; i < name.length(); i++) {
			char c = name.charAt(i);
			digits = isDigit(c) ? digits + 1 : 0;
			if (digits > MAX_DIGITS || !(isDigit(c) || isSmall(c) || (c >= 'A' && c <= 'Z') || c == '_')) {
				return false;
			}
		}
		return true;
	}

	private static boolean isSmall(char c) {
		return c >= 'a' && c <= 'z';
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	/**
	 * Find the end of a name, which a parser has left behind when it tells the name.
	 * @param json the JSON, which is valid
	 * @param start the quotation mark in front of the name
	 * @return the byte behind the quotation mark at its end
	 */
	public static int end(byte[] json, int start) {
		int at = start + 1;
		while (json[at] != '"') {
			at += (json[at] == '\\') ? 2 : 1;
		}
		return at + 1;
	}

}
