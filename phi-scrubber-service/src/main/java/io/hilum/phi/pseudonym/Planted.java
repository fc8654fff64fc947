package io.hilum.phi.pseudonym;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Words in the texts of a client that look like pseudonyms. They may be mistaken, be left
 * over from elsewhere, or be planted in the hope of being restored.
 */
final class Planted {

	private static final int UNICODE_DIGITS = 4;

	private static final int URL_DIGITS = 2;

	/** What a letter behind a backslash stands for is no part of a word. */
	private static final String BLANKS = "nrtbf";

	private Planted() {
	}

	/**
	 * Every run of letters, digits and underscores with an underscore in it, in capitals
	 * and without underscores around it: as the text has it, and as it would be read once
	 * its escapes of Markdown, JSON and URLs are undone.
	 */
	static Set<String> wordsOf(List<String> texts) {
		Set<String> words = new HashSet<>();
		for (String text : texts) {
			addAll(text, words);
			if (text.indexOf('\\') >= 0 || text.indexOf('%') >= 0) {
				addAll(unescaped(text), words);
			}
		}
		return words;
	}

	private static void addAll(CharSequence text, Set<String> words) {
		int start = 0;
		for (int at = 0; at <= text.length(); at++) {
			if (at == text.length() || !isWord(text.charAt(at))) {
				add(text, start, at, words);
				start = at + 1;
			}
		}
	}

	private static void add(CharSequence text, int start, int end, Set<String> words) {
		int first = start;
		int last = end;
		while (first < last && text.charAt(first) == '_') {
			first++;
		}
		while (last > first && text.charAt(last - 1) == '_') {
			last--;
		}
		for (int at = first; at < last; at++) {
			if (text.charAt(at) == '_') {
				words.add(text.subSequence(first, last).toString().toUpperCase(Locale.ROOT));
				return;
			}
		}
	}

	private static CharSequence unescaped(String text) {
		StringBuilder plain = new StringBuilder(text.length());
		int at = 0;
		while (at < text.length()) {
			char unit = text.charAt(at);
			int digits = digits(text, at);
			if (unit == '\\' || (unit == '%' && digits > 0)) {
				at = append(text, at, digits, plain);
			}
			else {
				plain.append(unit);
				at++;
			}
		}
		return plain;
	}

	/** Of many backslashes in a row, as in JSON within JSON, the last one counts. */
	private static int append(String text, int at, int digits, StringBuilder plain) {
		if (digits > 0) {
			int from = at + ((text.charAt(at) == '%') ? 1 : 2);
			plain.append((char) Integer.parseInt(text, from, from + digits, 16));
			return from + digits;
		}
		if (at + 1 < text.length() && BLANKS.indexOf(text.charAt(at + 1)) >= 0) {
			plain.append(' ');
			return at + 2;
		}
		return at + 1;
	}

	/**
	 * How many hexadecimal digits an escape has that begins here.
	 */
	private static int digits(String text, int at) {
		boolean unicode = text.startsWith("\\u", at);
		int from = unicode ? at + 2 : at + 1;
		int count = unicode ? UNICODE_DIGITS : URL_DIGITS;
		if ((!unicode && text.charAt(at) != '%') || from + count > text.length()) {
			return 0;
		}
		for (int i = from; i < from + count; i++) {
			if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
				return 0;
			}
		}
		return count;
	}

	private static boolean isWord(char unit) {
		return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z') || (unit >= '0' && unit <= '9')
				|| unit == '_';
	}

}
