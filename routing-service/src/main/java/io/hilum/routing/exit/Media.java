package io.hilum.routing.exit;

import java.nio.charset.StandardCharsets;

/**
 * Tells images, audio and files in Base64 from text: a string of JSON, or the part of it
 * behind {@code ;base64,} of a data URL (RFC 2397), that is long and has nothing but the
 * letters of RFC 4648 section 4 in it. No identifier can be written so; by chance the
 * letters of a planted word can.
 */
final class Media {

	/** Shorter ones are searched: that costs nothing. */
	private static final int SHORTEST = 256;

	private static final int LONGEST_TYPE = 128;

	private static final byte[] DATA = "data:".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] BASE64 = ";base64,".getBytes(StandardCharsets.US_ASCII);

	private static final int NONE = -1;

	private Media() {
	}

	/**
	 * Search a request, but for its media.
	 * @param body the request
	 * @param scan what searches
	 */
	static void pass(byte[] body, ExitScan scan) {
		int from = 0;
		for (int at = quote(body, 0); at < body.length; at = quote(body, at + 1)) {
			int end = end(body, at + 1);
			if (end != NONE) {
				scan.accept(body, from, at + 1);
				from = end;
				at = end;
			}
		}
		scan.accept(body, from, body.length);
	}

	private static int quote(byte[] body, int from) {
		int at = from;
		while (at < body.length && body[at] != '"') {
			at++;
		}
		return at;
	}

	/**
	 * Where the media of a string end, {@value #NONE} if it has none.
	 */
	private static int end(byte[] body, int start) {
		int from = start + type(body, start);
		int at = from;
		while (at < body.length && isBase64(body[at])) {
			at++;
		}
		boolean enough = at - from >= SHORTEST;
		for (int padding = 0; padding < 2 && at < body.length && body[at] == '='; padding++) {
			at++;
		}
		return (enough && at < body.length && (body[at] == '"' || body[at] == '\\')) ? at : NONE;
	}

	/**
	 * How long the beginning of a data URL is, 0 if it is none.
	 */
	private static int type(byte[] body, int start) {
		if (!stands(DATA, body, start)) {
			return 0;
		}
		for (int at = start + DATA.length; at < body.length && at - start < LONGEST_TYPE && body[at] != '"'; at++) {
			if (stands(BASE64, body, at)) {
				return at + BASE64.length - start;
			}
		}
		return 0;
	}

	private static boolean stands(byte[] word, byte[] body, int at) {
		if (at + word.length > body.length) {
			return false;
		}
		for (int i = 0; i < word.length; i++) {
			if (body[at + i] != word[i]) {
				return false;
			}
		}
		return true;
	}

	private static boolean isBase64(byte unit) {
		return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z') || (unit >= '0' && unit <= '9')
				|| unit == '+' || unit == '/';
	}

}
