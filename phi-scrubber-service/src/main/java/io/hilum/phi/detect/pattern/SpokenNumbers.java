package io.hilum.phi.detect.pattern;

import java.util.Set;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.TokenKind;

/**
 * Numbers as they are said and written down word by word: {@code four four one nine},
 * {@code eighteen forty two}, {@code w c dash eight}, {@code delta seven}.
 *
 * @param end the token after the last word that is a number
 * @param digits how many digits were said
 * @param words how many words said them
 */
record SpokenNumbers(int end, int digits, int words) {

	private static final Set<String> DIGITS = Set.of("zero", "oh", "one", "two", "three", "four", "five", "six",
			"seven", "eight", "nine", "niner", "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho",
			"nueve");

	private static final Set<String> TENS = Set.of("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
			"sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy",
			"eighty", "ninety");

	private static final Set<String> LETTERS = Set.of("alpha", "alfa", "bravo", "charlie", "delta", "echo", "foxtrot",
			"golf", "hotel", "india", "juliet", "kilo", "lima", "mike", "november", "oscar", "papa", "quebec", "romeo",
			"sierra", "tango", "uniform", "victor", "whiskey", "xray", "yankee", "zulu");

	private static final Set<String> BETWEEN = Set.of("dash", "hyphen", "slash", "point", "dot", "area", "code", "then",
			"double", "triple", "hundred");

	/** The most words of one number: what goes on longer is another. */
	private static final int MOST = 48;

	static boolean isDigit(Document document, int i) {
		return DIGITS.contains(document.folded(i));
	}

	static boolean isNumber(Document document, int i) {
		return DIGITS.contains(document.folded(i)) || TENS.contains(document.folded(i));
	}

	/** Digits alone, with what is said or written between them. */
	static SpokenNumbers ofDigits(Document document, int first) {
		int digits = 0;
		int end = first;
		int at = first;
		while (at <= end + 1) {
			if (isDigit(document, at)) {
				digits++;
				end = at + 1;
			}
			else if (!BETWEEN.contains(document.folded(at)) && !document.symbolOf(at, ",-–.…")) {
				break;
			}
			at++;
		}
		boolean hundreds = digits > 0 && (document.is(end, "hundred") || document.is(end, "thousand"));
		return new SpokenNumbers(hundreds ? end + 1 : end, digits, digits);
	}

	/** Digits, numbers up to ninety-nine and letters, as they are said behind a label. */
	static SpokenNumbers ofValue(Document document, int first) {
		int digits = 0;
		int words = 0;
		int end = first;
		int at = first;
		while (at <= end + 1 && at < first + MOST) {
			if (isNumber(document, at)) {
				digits += isDigit(document, at) ? 1 : isDigitBehindTens(document, at) ? 1 : 2;
				words++;
				end = at + 1;
			}
			else if (isLetter(document, at)) {
				end = at + 1;
			}
			else if (!BETWEEN.contains(document.folded(at)) && !document.symbolOf(at, ",-–")) {
				break;
			}
			at++;
		}
		return new SpokenNumbers(end, digits, words);
	}

	/** {@code forty two} says two digits in all, {@code forty} alone as well. */
	private static boolean isDigitBehindTens(Document document, int i) {
		return document.folded(i).endsWith("ty") && isDigit(document, i + 1) && !document.is(i + 1, "oh")
				&& !document.is(i + 1, "zero");
	}

	private static boolean isLetter(Document document, int i) {
		boolean single = document.kind(i) == TokenKind.WORD && document.length(i) == 1 && !document.is(i, "i")
				&& !document.symbolOf(i - 1, "'’");
		return single || LETTERS.contains(document.folded(i));
	}

}
