package io.hilum.gateway.chat.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import tools.jackson.core.io.JsonStringEncoder;

/**
 * A range of bytes and what stands in its place. All other bytes stay as they are.
 *
 * @param start the first byte
 * @param end the byte behind the last
 * @param replacement what takes their place
 */
public record Splice(int start, int end, byte[] replacement) {

	private static final byte[] NOTHING = new byte[0];

	public static Splice string(int start, int end, String value) {
		return new Splice(start, end, quoted(value));
	}

	public static Splice number(int start, int end, int value) {
		return new Splice(start, end, Integer.toString(value).getBytes(StandardCharsets.US_ASCII));
	}

	public static Splice removal(int start, int end) {
		return new Splice(start, end, NOTHING);
	}

	/**
	 * Put one more field into an object, behind all others.
	 * @param end the byte of the closing brace of the object, which has a field already
	 * @param name the name of the field, of letters only
	 * @param value its value as JSON
	 * @return the change
	 */
	public static Splice appended(int end, String name, byte[] value) {
		byte[] before = (",\"" + name + "\":").getBytes(StandardCharsets.US_ASCII);
		byte[] field = Arrays.copyOf(before, before.length + value.length);
		System.arraycopy(value, 0, field, before.length, value.length);
		return new Splice(end, end, field);
	}

	public static byte[] quoted(String value) {
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
	public static byte[] apply(byte[] body, List<Splice> splices) {
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
