package io.hilum.phi.detect.pattern;

import java.util.List;
import java.util.Set;

import io.hilum.phi.detect.Detector;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;
import io.hilum.phi.detect.TokenKind;

/**
 * Finds social security numbers, whole or the last four digits. No number is let go for
 * an area that is not issued: a mistyped one points at its owner too.
 */
final class SsnDetector implements Detector {

	/** How many tokens after a question its answer may stand. */
	private static final int MAX_ANSWER = 24;

	private static final int WHOLE = 9;

	private static final int LAST = 4;

	private static final String SEPARATORS = "-.–‑";

	private static final Set<String> WORDS = Set.of("ssn", "social", "ss", "ssns", "soc", "l4ssn", "ssn4", "last4",
			"last4ssn");

	private static final Set<String> BETWEEN = Set.of("security", "number", "no", "num", "is", "was", "ending", "ends",
			"in", "with", "sec", "on", "file", "are", "xxx", "xx", "digits", "last", "four", "4", "of", "my", "the");

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "ssn");
		for (int i = 0; i < document.size(); i++) {
			if (isWhole(document, i)) {
				int last = i + span(document, i);
				findings.add(i, last + 1, EntityType.SSN, 0.87);
				i = last;
			}
			else if (WORDS.contains(document.folded(i))) {
				afterWord(document, i, findings);
			}
			else if (isMaskedLastFour(document, i) || isLastFour(document, i)) {
				findings.add(i, i + 1, EntityType.SSN, 0.95);
			}
		}
		return findings.spans();
	}

	/** {@code 123-45-6789}, {@code 123 45 6789}. */
	private static boolean isWhole(Document document, int i) {
		if (!isNumber(document, i, 3) || (document.joined(i - 1) && document.symbolOf(i - 1, "-/."))) {
			return false;
		}
		int second = i + 1 + gap(document, i);
		int third = second + 1 + gap(document, second);
		return isNumber(document, second, 2) && isNumber(document, third, 4) && !document.startsLine(second)
				&& !document.startsLine(third)
				&& !(document.joined(third) && document.symbolOf(third + 1, "-/") && document.digits(third + 2) > 0);
	}

	/** The number of separators after a group, 0 or 1. */
	private static int gap(Document document, int i) {
		return document.symbolOf(i + 1, SEPARATORS) ? 1 : 0;
	}

	/** The number of tokens from the first group to the last. */
	private static int span(Document document, int i) {
		int second = i + 1 + gap(document, i);
		return second + 1 + gap(document, second) - i;
	}

	private static void afterWord(Document document, int i, Findings findings) {
		int at = i + 1;
		while (at < i + 10 && (BETWEEN.contains(document.folded(at)) || document.symbolOf(at, ":#=-.*•(\"')"))) {
			at++;
		}
		boolean asked = document.startsLine(at) && isAskedFor(document, i);
		if (document.symbol(at, '?') || asked) {
			answer(document, i, at, findings);
			return;
		}
		SpokenNumbers said = SpokenNumbers.ofValue(document, at);
		if (said.digits() == WHOLE || (said.digits() == LAST && isSaidToBeLast(document, i, at))) {
			findings.add(at, said.end(), EntityType.SSN, 0.9);
			return;
		}
		if (isCrossed(document, at)) {
			findings.add(at, at + 1, EntityType.SSN, 0.95);
			return;
		}
		if (isNumber(document, at, 3) && document.symbolOf(at + 1, "/_") && isNumber(document, at + 2, 2)
				&& document.symbolOf(at + 3, "/_") && isNumber(document, at + 4, LAST)) {
			findings.add(at, at + 5, EntityType.SSN, 0.95);
			return;
		}
		boolean four = isNumber(document, at, LAST) && isSaidToBeLast(document, i, at);
		if (isNumber(document, at, WHOLE) || four) {
			findings.add(at, at + 1, EntityType.SSN, 0.95);
		}
	}

	/** {@code last four of your social} at the end of a line, as in a transcript. */
	private static boolean isAskedFor(Document document, int word) {
		for (int i = word - 1; i >= word - 5; i--) {
			if (document.is(i, "four") || document.is(i, "4")) {
				return document.is(i - 1, "last");
			}
		}
		return false;
	}

	/** {@code and the last four of your social?}, with the digits in the answer. */
	private static void answer(Document document, int word, int question, Findings findings) {
		for (int at = question + 1; at < question + MAX_ANSWER; at++) {
			boolean part = (document.joined(at - 1) && document.symbolOf(at - 1, ":/.-"))
					|| (document.joined(at) && document.symbolOf(at + 1, ":/-"));
			if (document.symbol(at, '?')) {
				return;
			}
			if (!part && (isNumber(document, at, 9)
					|| (isNumber(document, at, 4) && isSaidToBeLast(document, word, at)))) {
				findings.add(at, at + 1, EntityType.SSN, 0.9);
				return;
			}
		}
	}

	private static boolean isSaidToBeLast(Document document, int word, int at) {
		if (!document.is(word, "social") && !document.is(word, "soc")) {
			return true;
		}
		for (int i = word - 9; i < at; i++) {
			String folded = document.folded(i);
			if (folded.equals("last") || folded.startsWith("end") || folded.equals("security")) {
				return true;
			}
		}
		return false;
	}

	/** {@code xxx-xx-6789}, {@code ***-**-6789}. */
	private static boolean isMaskedLastFour(Document document, int i) {
		if (!isNumber(document, i, 4) || !document.symbolOf(i - 1, SEPARATORS) || !document.joined(i - 1)) {
			return false;
		}
		boolean crosses = document.is(i - 2, "xx") && document.symbolOf(i - 3, SEPARATORS) && document.is(i - 4, "xxx");
		boolean stars = document.symbolOf(i - 2, "*•#") && document.symbolOf(i - 3, "*•#")
				&& document.symbolOf(i - 4, SEPARATORS);
		return crosses || stars;
	}

	/** {@code XXXXX6789}. */
	private static boolean isCrossed(Document document, int i) {
		String folded = document.folded(i);
		return document.kind(i) == TokenKind.MIXED && folded.length() == WHOLE && document.digits(i) == LAST
				&& folded.startsWith("xxxxx");
	}

	/** {@code last 4: 6789}, unless it is that of a card, an account or a telephone. */
	private static boolean isLastFour(Document document, int i) {
		if (!isNumber(document, i, LAST) || document.joined(i - 1) && document.symbolOf(i - 1, "-/.")) {
			return false;
		}
		boolean colon = document.symbolOf(i - 1, ":#=");
		int four = colon || document.is(i - 1, "is") || document.is(i - 1, "are") ? i - 2 : i - 1;
		boolean digits = document.is(four, "digits") || document.is(four, "ssn");
		four = digits ? four - 1 : four;
		boolean last = document.is(four - 1, "last") && (document.is(four, "4") || document.is(four, "four"));
		return last && (four < i - 1 || !Calendar.isYear(document, i));
	}

	private static boolean isNumber(Document document, int i, int digits) {
		return document.kind(i) == TokenKind.NUMBER && document.length(i) == digits;
	}

}
