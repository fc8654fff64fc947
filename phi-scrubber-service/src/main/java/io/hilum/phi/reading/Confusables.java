package io.hilum.phi.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * What a character outside ASCII reads as: by the value of its digit, by Unicode's
 * compatibility decomposition, or by the look of it (UTS 39).
 */
final class Confusables {

	private static final int LONGEST = 4;

	private static final Map<Integer, String> ALIKE = load();

	private Confusables() {
	}

	private static Map<Integer, String> load() {
		Map<Integer, String> alike = new HashMap<>();
		try (var in = Objects.requireNonNull(Confusables.class.getResourceAsStream("confusables.txt.gz"));
				var lines = new BufferedReader(
						new InputStreamReader(new GZIPInputStream(in), StandardCharsets.US_ASCII))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				int blank = line.indexOf(' ');
				alike.put(Integer.parseInt(line, 0, blank, 16), line.substring(blank + 1));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("confusables.txt.gz is part of the jar", ex);
		}
		return Map.copyOf(alike);
	}

	/**
	 * What a character is but for its form.
	 * @param codePoint a code point above ASCII
	 * @return letters and digits, or a sign, of ASCII; empty if it is something else
	 */
	static String same(int codePoint) {
		int type = Character.getType(codePoint);
		if (type == Character.DECIMAL_DIGIT_NUMBER) {
			return Integer.toString(Character.digit(codePoint, 10));
		}
		if (isOrdinary(codePoint)) {
			return "";
		}
		boolean circled = type == Character.OTHER_SYMBOL
				&& Character.UnicodeBlock.of(codePoint) != Character.UnicodeBlock.LETTERLIKE_SYMBOLS
				&& codePoint != 0xAE && codePoint != 0xA9;
		if (!Character.isLetter(codePoint) && type != Character.OTHER_NUMBER && type != Character.LETTER_NUMBER
				&& !circled && !isForm(codePoint)) {
			return "";
		}
		String plain = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
		return isPlain(plain) ? plain : "";
	}

	/**
	 * The letter that a letter looks like.
	 * @param codePoint a code point above ASCII
	 * @return the letter or digit of ASCII, empty if it looks like none
	 */
	static String alike(int codePoint) {
		return ALIKE.getOrDefault(codePoint, "");
	}

	/**
	 * Letters with accents and of other scripts, which are common and no forms of ASCII.
	 */
	private static boolean isOrdinary(int codePoint) {
		return (codePoint >= 0xC0 && codePoint <= 0x131) || (codePoint >= 0x370 && codePoint <= 0x1D2B)
				|| (codePoint >= 0x3400 && codePoint <= 0xD7FF);
	}

	/** Full-width and small forms of signs, and hyphens that are no dashes. */
	private static boolean isForm(int codePoint) {
		return (codePoint >= 0xFE50 && codePoint <= 0xFE6F) || (codePoint >= 0xFF01 && codePoint <= 0xFF5E)
				|| codePoint == 0x2116;
	}

	private static boolean isPlain(String plain) {
		if (plain.length() > LONGEST) {
			return false;
		}
		for (int i = 0; i < plain.length(); i++) {
			char unit = plain.charAt(i);
			boolean sign = plain.length() == 1 && unit > ' ' && unit < 127;
			if (!sign && !isLetterOrDigit(unit)) {
				return false;
			}
		}
		return !plain.isEmpty();
	}

	static boolean isLetterOrDigit(char unit) {
		return ((unit | 0x20) >= 'a' && (unit | 0x20) <= 'z') || (unit >= '0' && unit <= '9');
	}

}
