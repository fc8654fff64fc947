package io.hilum.rag.read.tika;

import java.util.regex.Pattern;

/**
 * Recognises headings such as {@code 3.2 Lipids} where a format does not mark them.
 */
final class NumberedHeading {

	private static final Pattern HEADING = Pattern
		.compile("\\d{1,2}(?:\\.\\d{1,2}){0,4}\\.?\\s{1,3}\\p{Lu}[^\\n]{1,80}");

	private static final int MAX_LEVEL = 6;

	private NumberedHeading() {
	}

	static boolean matches(String line) {
		return line.length() <= 100 && HEADING.matcher(line).matches()
				&& ".,;:".indexOf(line.charAt(line.length() - 1)) < 0;
	}

	static int level(String line) {
		long dots = line.chars()
			.takeWhile((value) -> value == '.' || Character.isDigit(value))
			.filter((value) -> value == '.')
			.count();
		return (int) Math.min(MAX_LEVEL, dots + 1);
	}

}
