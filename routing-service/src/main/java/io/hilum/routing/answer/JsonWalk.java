package io.hilum.routing.answer;

import java.nio.charset.StandardCharsets;

/**
 * Walks over the members of a JSON object in its bytes and makes nothing of them: one
 * pass, no allocation, for events of which there are hundreds in an answer. What it calls
 * a member really is one, wherever the same signs stand in a text.
 */
final class JsonWalk {

	private JsonWalk() {
	}

	/**
	 * A name or a value to look for.
	 * @param text the text, in ASCII
	 * @return its bytes
	 */
	static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	/**
	 * Walk over an object.
	 * @param bytes where it is
	 * @param start its first byte
	 * @param end the byte behind its last
	 * @param visitor is told what is there
	 * @return {@code false} if the brackets do not match, so that it is cut or no object
	 */
	static boolean over(byte[] bytes, int start, int end, Visitor visitor) {
		int depth = 0;
		int at = start;
		while (at < end) {
			byte sign = bytes[at];
			if (sign == '"') {
				at = behindString(bytes, at, end, depth, visitor);
			}
			else if (sign == '{' || sign == '[') {
				visitor.open(++depth);
				at++;
			}
			else if (sign == '}' || sign == ']') {
				visitor.close(depth--);
				at++;
			}
			else {
				at++;
			}
			if (depth <= 0 || at < 0) {
				return depth == 0 && isBlank(bytes, at, end);
			}
		}
		return false;
	}

	private static int behindString(byte[] bytes, int quote, int end, int depth, Visitor visitor) {
		int close = endOfString(bytes, quote + 1, end);
		if (close >= end) {
			return end;
		}
		int next = skipBlank(bytes, close + 1, end);
		if (next >= end || bytes[next] != ':') {
			return next;
		}
		int value = skipBlank(bytes, next + 1, end);
		if (value < end) {
			visitor.member(bytes, depth, quote + 1, close, value);
		}
		return value;
	}

	/**
	 * Where a string ends.
	 * @param bytes where it is
	 * @param from the byte behind its opening quote
	 * @param end where the bytes end
	 * @return its closing quote, or the end if there is none
	 */
	static int endOfString(byte[] bytes, int from, int end) {
		int at = from;
		while (at < end && bytes[at] != '"') {
			at += (bytes[at] == '\\') ? 2 : 1;
		}
		return Math.min(at, end);
	}

	private static int skipBlank(byte[] bytes, int from, int end) {
		int at = from;
		while (at < end && bytes[at] <= ' ' && bytes[at] > 0) {
			at++;
		}
		return at;
	}

	private static boolean isBlank(byte[] bytes, int from, int end) {
		return from >= 0 && skipBlank(bytes, from, end) == end;
	}

	/**
	 * Whether a name is this one.
	 * @param bytes where the name is
	 * @param from its first byte
	 * @param to the byte behind its last
	 * @param name the name
	 * @return {@code true} if it is
	 */
	static boolean is(byte[] bytes, int from, int to, byte[] name) {
		if (to - from != name.length) {
			return false;
		}
		for (int i = 0; i < name.length; i++) {
			if (bytes[from + i] != name[i]) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Is told what an object has in it. The object itself is at depth 1, and members of
	 * it too.
	 */
	interface Visitor {

		/**
		 * A member.
		 * @param bytes where it is
		 * @param depth how deep it is
		 * @param name the first byte of its name
		 * @param nameEnd the byte behind its name
		 * @param value the first byte of its value
		 */
		void member(byte[] bytes, int depth, int name, int nameEnd, int value);

		/**
		 * An object or a list begins.
		 * @param depth how deep its own members are
		 */
		default void open(int depth) {
		}

		/**
		 * An object or a list ends.
		 * @param depth how deep its own members are
		 */
		default void close(int depth) {
		}

	}

}
