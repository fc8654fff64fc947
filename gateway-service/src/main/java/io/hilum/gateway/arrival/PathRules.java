package io.hilum.gateway.arrival;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Refuses paths that two servers could read differently: dot segments, empty segments,
 * path parameters, encoded separators, encoded percent signs, backslashes, controls and
 * anything but ASCII. What is left has one meaning everywhere.
 */
final class PathRules {

	private static final String ENCODED_SLASH = "%2f";

	private static final List<String> NAMES_WITH_SLASHES = List.of("/v1/models/", "/v1/budgets/");

	private PathRules() {
	}

	static boolean isPlain(String rawPath) {
		String path = rawPath.toLowerCase(Locale.ROOT);
		if (!path.startsWith("/") || path.contains("//") || !hasPlainCharacters(path) || hasDotSegment(path)) {
			return false;
		}
		boolean slashes = path.contains(ENCODED_SLASH);
		return isUtf8(path) && (!slashes || (NAMES_WITH_SLASHES.stream().anyMatch(path::startsWith)
				&& !hasDotSegment(path.replace(ENCODED_SLASH, "/"))));
	}

	private static boolean isUtf8(String path) {
		if (path.indexOf('%') < 0) {
			return true;
		}
		ByteBuffer bytes = ByteBuffer.allocate(path.length());
		for (int i = 0; i < path.length(); i++) {
			boolean escape = path.charAt(i) == '%';
			bytes.put((byte) (escape ? Integer.parseInt(path, i + 1, i + 3, 16) : path.charAt(i)));
			i += escape ? 2 : 0;
		}
		try {
			StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

	private static boolean hasPlainCharacters(String path) {
		for (int i = 0; i < path.length(); i++) {
			char c = path.charAt(i);
			if (c <= ' ' || c >= 0x7f || c == '\\' || c == ';' || (c == '%' && !isPlainEscape(path, i))) {
				return false;
			}
		}
		return true;
	}

	private static boolean isPlainEscape(String path, int at) {
		if (at + 2 >= path.length()) {
			return false;
		}
		int high = Character.digit(path.charAt(at + 1), 16);
		int low = Character.digit(path.charAt(at + 2), 16);
		int value = high * 16 + low;
		return high >= 0 && low >= 0 && value > ' ' - 1 && value != 0x7f && value != '%' && value != '\\'
				&& value != '.' && value != ';';
	}

	private static boolean hasDotSegment(String path) {
		return path.contains("/./") || path.contains("/../") || path.endsWith("/.") || path.endsWith("/..");
	}

}
