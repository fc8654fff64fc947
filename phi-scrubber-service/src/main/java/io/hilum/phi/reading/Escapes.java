package io.hilum.phi.reading;

import java.nio.charset.StandardCharsets;

/**
 * Escapes of HTML ({@code &#74;}, {@code &eacute;}), of URLs ({@code %4A}, and {@code +}
 * for a blank beside such), and of JSON and programs ({@code \\u004a}, {@code \\n}).
 */
final class Escapes implements Layer {

	private static final int MAX_DIGITS = 7;

	private static final int MAX_NAME = 10;

	private static final int PERCENT = 3;

	@Override
	public void read(String text, Draft draft) {
		int blank = -1;
		int escape = -1;
		int knownUntil = 0;
		boolean encoded = false;
		int at = 0;
		while (at < text.length()) {
			char unit = text.charAt(at);
			int next = at + 1;
			if (unit <= ' ') {
				blank = at;
			}
			else if (unit == '&') {
				next = entity(text, at, draft);
			}
			else if (unit == '%') {
				next = percent(text, at, draft);
				escape = (next > at + 1) ? at : escape;
			}
			else if (unit == '\\') {
				next = backslash(text, at, draft);
			}
			else if (unit == '+') {
				if (at >= knownUntil) {
					knownUntil = endOfRun(text, at);
					encoded = escape > blank || hasPercent(text, at, knownUntil);
				}
				if (encoded) {
					draft.put(" ", at, next);
				}
			}
			at = next;
		}
	}

	private static int entity(String text, int at, Draft draft) {
		int end = at + 1;
		if (end < text.length() && text.charAt(end) == '#') {
			return numeric(text, at, draft);
		}
		while (end < text.length() && end - at <= MAX_NAME && Confusables.isLetterOrDigit(text.charAt(end))) {
			end++;
		}
		if (end == text.length() || text.charAt(end) != ';') {
			return at + 1;
		}
		String named = HtmlNames.character(text.substring(at + 1, end));
		if (named == null) {
			return at + 1;
		}
		draft.put(named, at, end + 1);
		return end + 1;
	}

	/** Browsers take a number without a semicolon too. */
	private static int numeric(String text, int at, Draft draft) {
		boolean hexadecimal = at + 2 < text.length() && (text.charAt(at + 2) | 0x20) == 'x';
		int first = at + (hexadecimal ? 3 : 2);
		int end = first;
		int radix = hexadecimal ? 16 : 10;
		while (end < text.length() && end - first < MAX_DIGITS && digit(text, end, radix) >= 0) {
			end++;
		}
		if (end == first) {
			return at + 1;
		}
		int codePoint = Integer.parseInt(text, first, end, radix);
		int after = (end < text.length() && text.charAt(end) == ';') ? end + 1 : end;
		return put(codePoint, at, after, draft);
	}

	private static int percent(String text, int at, Draft draft) {
		if (at + 5 < text.length() && (text.charAt(at + 1) | 0x20) == 'u') {
			int codePoint = number(text, at + 2, 4);
			return (codePoint < 0) ? at + 1 : put(codePoint, at, at + 6, draft);
		}
		int first = octet(text, at);
		if (first < 0) {
			return at + 1;
		}
		int length = utf8Length(first);
		byte[] bytes = new byte[length];
		for (int i = 0; i < length; i++) {
			int octet = octet(text, at + i * PERCENT);
			if (octet < 0) {
				return at + 1;
			}
			bytes[i] = (byte) octet;
		}
		String read = new String(bytes, StandardCharsets.UTF_8);
		if (read.indexOf('\uFFFD') >= 0) {
			return at + 1;
		}
		draft.put(read, at, at + length * PERCENT);
		return at + length * PERCENT;
	}

	private static int utf8Length(int first) {
		if (first < 0xC0) {
			return 1;
		}
		if (first < 0xE0) {
			return 2;
		}
		return (first < 0xF0) ? 3 : 4;
	}

	private static int octet(String text, int at) {
		return (at < text.length() && text.charAt(at) == '%') ? number(text, at + 1, 2) : -1;
	}

	private static int backslash(String text, int at, Draft draft) {
		if (at + 1 == text.length()) {
			return at + 1;
		}
		char kind = text.charAt(at + 1);
		switch (kind) {
			case 'u', 'U' -> {
				int codePoint = number(text, at + 2, 4);
				return (codePoint < 0) ? at + 1 : unicode(text, at, codePoint, draft);
			}
			case 'x' -> {
				int codePoint = number(text, at + 2, 2);
				return (codePoint < 0) ? at + 1 : put(codePoint, at, at + 4, draft);
			}
			case 'n', 'r' -> draft.put("\n", at, at + 2);
			case 't' -> draft.put("\t", at, at + 2);
			case '"', '\'', '/', '\\' -> draft.put(String.valueOf(kind), at, at + 2);
			default -> {
				return at + 1;
			}
		}
		return at + 2;
	}

	private static int unicode(String text, int at, int unit, Draft draft) {
		boolean pair = Character.isHighSurrogate((char) unit) && text.startsWith("\\u", at + 6);
		int second = pair ? number(text, at + 8, 4) : -1;
		if (second >= 0 && Character.isLowSurrogate((char) second)) {
			return put(Character.toCodePoint((char) unit, (char) second), at, at + 12, draft);
		}
		return put(unit, at, at + 6, draft);
	}

	/** Half a character, and what is no character, stays as it stands. */
	private static int put(int codePoint, int from, int to, Draft draft) {
		boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
		if (!Character.isValidCodePoint(codePoint) || half) {
			return from + 1;
		}
		draft.put(Character.toString(codePoint), from, to);
		return to;
	}

	private static int number(String text, int at, int digits) {
		if (at + digits > text.length()) {
			return -1;
		}
		int value = 0;
		for (int i = at; i < at + digits; i++) {
			int digit = digit(text, i, 16);
			if (digit < 0) {
				return -1;
			}
			value = value * 16 + digit;
		}
		return value;
	}

	private static int digit(String text, int at, int radix) {
		char unit = text.charAt(at);
		return (unit < 128) ? Character.digit(unit, radix) : -1;
	}

	private static int endOfRun(String text, int at) {
		int end = at;
		while (end < text.length() && text.charAt(end) > ' ') {
			end++;
		}
		return end;
	}

	private static boolean hasPercent(String text, int start, int end) {
		for (int i = text.indexOf('%', start, end); i >= 0; i = text.indexOf('%', i + 1, end)) {
			if (octet(text, i) >= 0) {
				return true;
			}
		}
		return false;
	}

}
