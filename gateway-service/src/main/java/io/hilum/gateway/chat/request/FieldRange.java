package io.hilum.gateway.chat.request;

import io.hilum.gateway.chat.wire.Splice;

/**
 * Finds what must go together with a field of an object so that the rest stays JSON.
 */
final class FieldRange {

	private FieldRange() {
	}

	/**
	 * Find the range of a field and of one comma next to it.
	 * @param body the bytes
	 * @param start the first byte of the field's name
	 * @param end the byte behind the field's value
	 * @return the removal of the field
	 */
	static Splice withComma(byte[] body, int start, int end) {
		int after = end;
		while (isSpace(body[after])) {
			after++;
		}
		if (body[after] == ',') {
			return Splice.removal(start, after + 1);
		}
		int before = start;
		while (isSpace(body[before - 1])) {
			before--;
		}
		return (body[before - 1] == ',') ? Splice.removal(before - 1, end) : Splice.removal(start, end);
	}

	private static boolean isSpace(byte b) {
		return b == ' ' || b == '\t' || b == '\n' || b == '\r';
	}

}
