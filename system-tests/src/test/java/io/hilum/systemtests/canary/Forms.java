package io.hilum.systemtests.canary;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The forms in which a text can lie in a file: raw, escaped, encoded, in another
 * character set.
 */
final class Forms {

	/** Letters of base64 that depend on what stands before and after. */
	private static final int UNSURE = 4;

	private Forms() {
	}

	/**
	 * Each form by its name.
	 */
	static Map<String, byte[]> of(String text) {
		Map<String, byte[]> forms = new LinkedHashMap<>();
		byte[] raw = text.getBytes(StandardCharsets.UTF_8);
		forms.put("raw", raw);
		forms.put("utf-16le", text.getBytes(StandardCharsets.UTF_16LE));
		forms.put("utf-16be", text.getBytes(StandardCharsets.UTF_16BE));
		forms.put("windows-1250", text.getBytes(Charset.forName("windows-1250")));
		forms.put("url", ascii(URLEncoder.encode(text, StandardCharsets.UTF_8)));
		forms.put("url with %20", ascii(URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20")));
		forms.put("json", ascii(escaped(text, false)));
		forms.put("json upper", ascii(escaped(text, true)));
		forms.put("hex", ascii(HexFormat.of().formatHex(raw)));
		forms.put("hex upper", ascii(HexFormat.of().withUpperCase().formatHex(raw)));
		for (int shift = 0; shift < 3; shift++) {
			forms.put("base64+" + shift, base64(raw, shift, Base64.getEncoder()));
			forms.put("base64url+" + shift, base64(raw, shift, Base64.getUrlEncoder()));
		}
		return forms;
	}

	private static byte[] base64(byte[] raw, int shift, Base64.Encoder encoder) {
		byte[] shifted = new byte[raw.length + shift];
		System.arraycopy(raw, 0, shifted, shift, raw.length);
		byte[] encoded = encoder.encode(shifted);
		int from = (shift == 0) ? 0 : UNSURE;
		return Arrays.copyOfRange(encoded, from, encoded.length - UNSURE);
	}

	private static String escaped(String text, boolean upper) {
		StringBuilder escaped = new StringBuilder();
		String pattern = upper ? "\\u%04X" : "\\u%04x";
		for (char letter : text.toCharArray()) {
			escaped.append((letter < 0x80) ? String.valueOf(letter) : pattern.formatted((int) letter));
		}
		return escaped.toString();
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
