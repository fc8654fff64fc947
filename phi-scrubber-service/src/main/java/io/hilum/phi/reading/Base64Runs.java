package io.hilum.phi.reading;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Runs of Base64 (RFC 4648, both alphabets, with or without padding, in lines or in one)
 * that are text. What is read in one came from all of it, so that no part of it stays.
 */
final class Base64Runs implements Layer {

	private static final int SHORTEST = 12;

	/** A line of at least this length goes on in the next (RFC 2045 has 76 and 64). */
	private static final int LINE = 60;

	private static final byte[] VALUES = values();

	private static byte[] values() {
		byte[] values = new byte[128];
		Arrays.fill(values, (byte) -1);
		String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
		for (int i = 0; i < alphabet.length(); i++) {
			values[alphabet.charAt(i)] = (byte) i;
		}
		values['-'] = 62;
		values['_'] = 63;
		return values;
	}

	@Override
	public void read(String text, Draft draft) {
		int at = 0;
		while (at < text.length()) {
			if (value(text, at) < 0) {
				at++;
				continue;
			}
			int end = endOfRun(text, at);
			if (end - at >= SHORTEST) {
				run(text, at, end, draft);
			}
			at = end;
		}
	}

	private static int value(String text, int at) {
		char unit = text.charAt(at);
		return (unit < 128) ? VALUES[unit] : -1;
	}

	private static int endOfRun(String text, int start) {
		int line = start;
		int at = start;
		while (at < text.length()) {
			if (value(text, at) >= 0) {
				at++;
				continue;
			}
			int next = endOfLineBreak(text, at);
			if (next == at || at - line < LINE || next == text.length() || value(text, next) < 0) {
				return at;
			}
			line = next;
			at = next;
		}
		return at;
	}

	private static int endOfLineBreak(String text, int at) {
		int end = (text.charAt(at) == '\r') ? at + 1 : at;
		return (end < text.length() && text.charAt(end) == '\n') ? end + 1 : end;
	}

	/** The signs of the alphabet may also stand before and behind a shorter run. */
	private static void run(String text, int start, int end, Draft draft) {
		if (decode(text, start, end, draft)) {
			return;
		}
		int from = start;
		for (int at = start; at <= end; at++) {
			if (at == end || !Confusables.isLetterOrDigit(text.charAt(at))) {
				if (at - from >= SHORTEST && at - from < end - start) {
					decode(text, from, at, draft);
				}
				from = at + 1;
			}
		}
	}

	private static boolean decode(String text, int start, int end, Draft draft) {
		if (!mayBeText(text, start)) {
			return false;
		}
		ByteBuffer bytes = ByteBuffer.allocate((end - start) / 4 * 3 + 3);
		int bits = 0;
		int held = 0;
		for (int at = start; at < end; at++) {
			int value = value(text, at);
			if (value >= 0) {
				held = (held << 6) | value;
				bits += 6;
			}
			if (bits >= 8) {
				bits -= 8;
				bytes.put((byte) (held >> bits));
			}
		}
		String read = text(bytes.flip());
		if (read.isEmpty()) {
			return false;
		}
		draft.put(read, start, padded(text, end));
		return true;
	}

	/** Most words fail here: their first three octets are no letters. */
	private static boolean mayBeText(String text, int start) {
		int first = value(text, start) << 2 | value(text, start + 1) >> 4;
		int second = (value(text, start + 1) & 15) << 4 | value(text, start + 2) >> 2;
		int third = (value(text, start + 2) & 3) << 6 | value(text, start + 3);
		int letters = 0;
		for (int octet : new int[] { first, second, third }) {
			if (octet < ' ' && octet != '\n' && octet != '\r' && octet != '\t') {
				return false;
			}
			letters += (octet < 127) ? 1 : 0;
		}
		return letters > 0;
	}

	/**
	 * A malformed run is usual, so it is told by a result: an exception costs more than
	 * all else here.
	 */
	private static String text(ByteBuffer bytes) {
		CharBuffer read = CharBuffer.allocate(bytes.remaining());
		if (StandardCharsets.UTF_8.newDecoder().decode(bytes, read, true).isError()) {
			return "";
		}
		String text = read.flip().toString();
		return text.codePoints().allMatch(Base64Runs::isWritten) ? text : "";
	}

	private static boolean isWritten(int codePoint) {
		return switch (Character.getType(codePoint)) {
			case Character.CONTROL -> codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
			case Character.UNASSIGNED, Character.PRIVATE_USE -> false;
			default -> true;
		};
	}

	private static int padded(String text, int end) {
		int at = end;
		while (at < text.length() && at < end + 2 && text.charAt(at) == '=') {
			at++;
		}
		return at;
	}

}
