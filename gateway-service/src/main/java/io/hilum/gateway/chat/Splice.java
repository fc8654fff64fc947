package io.hilum.gateway.chat;

import java.nio.charset.StandardCharsets;
import java.util.List;

import tools.jackson.core.io.JsonStringEncoder;

/**
 * A range of bytes and what stands in its place. All other bytes stay as they are.
 *
 * @param start the first byte
 * @param end the byte behind the last
 * @param replacement what takes their place
 */
record Splice(int start, int end, byte[] replacement) {

	private static final byte[] NOTHING = new byte[0];

	static Splice string(int start, int end, String value) {
		return new Splice(start, end, quoted(value));
	}

	static Splice number(int start, int end, int value) {
		return new Splice(start, end, Integer.toString(value).getBytes(StandardCharsets.US_ASCII));
	}

	static Splice removal(int start, int end) {
		return new Splice(start, end, NOTHING);
	}

	static byte[] quoted(String value) {
		byte[] inner = JsonStringEncoder.getInstance().quoteAsUTF8(value);
		byte[] quoted = new byte[inner.length + 2];
		quoted[0] = '"';
		System.arraycopy(inner, 0, quoted, 1, inner.length);
		quoted[quoted.length - 1] = '"';
		return quoted;
	}

	/**
	 * Apply splices.
	 * @param body the bytes
	 * @param splices ranges that do not overlap, in their order
	 * @return the new bytes, or the same ones if there is nothing to do
	 */
	static byte[] apply(byte[] body, List<Splice> splices) {
		if (splices.isEmpty()) {
			return body;
		}
		int length = body.length;
		for (Splice splice : splices) {
			length += splice.replacement.length - (splice.end - splice.start);
		}
		byte[] result = new byte[length];
		int from = 0;
		int to = 0;
		for (Splice splice : splices) {
			System.arraycopy(body, from, result, to, splice.start - from);
			to += splice.start - from;
			System.arraycopy(splice.replacement, 0, result, to, splice.replacement.length);
			to += splice.replacement.length;
			from = splice.end;
		}
		System.arraycopy(body, from, result, to, body.length - from);
		return result;
	}

	@Override
	public String toString() {
		return "Splice[" + this.start + ", " + this.end + ", " + this.replacement.length + " bytes]";
	}

}
