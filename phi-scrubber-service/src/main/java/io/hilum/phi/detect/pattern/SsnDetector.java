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
 * Finds social security numbers, whole, crossed out in part, or the last four digits. No
 * number is let go for an area that is not issued: a mistyped one points at its owner
 * too.
 */
final class SsnDetector implements Detector {

	/** How many tokens after a question its answer may stand. */
	private static final int MAX_ANSWER = 24;

	/** How many tokens after the word the number may stand. */
	private static final int REACH = 16;

	/** How many tokens before the word somebody may speak of the last four. */
	private static final int BACK = 9;

	private static final int WHOLE = 9;

	private static final int LAST = 4;

	private static final Set<String> WORDS = Set.of("ssn", "social", "ss", "ssns", "soc", "l4ssn", "ssn4", "last4",
			"last4ssn", "socials", "itin", "itins", "ssnlast4");

	/** Of these words a number has to come at once, for they have other meanings. */
	private static final Set<String> SHORT = Set.of("ss", "last4");

	/** What makes of {@code social} something that has no number. */
	private static final Set<String> NO_NUMBERS = Set.of("worker", "workers", "work", "media", "history", "hx",
			"services", "service", "phobia", "anxiety", "determinants", "determinant", "situation", "distancing",
			"support", "supports", "isolation", "skills", "network", "studies", "sciences", "science", "drinker",
			"drinking", "smoker", "life", "circumstances", "needs", "risk", "risks", "welfare", "prescribing",
			"factors", "functioning", "care", "code", "codes", "class", "norms", "events", "event", "stressors");

	private static final Set<String> BETWEEN = Set.of("security", "number", "no", "num", "is", "was", "ending", "ends",
			"in", "with", "sec", "on", "file", "are", "xxx", "xx", "digits", "last", "four", "4", "of", "my", "the");

	/** What may stand between a number and the word that says what it is. */
	private static final Set<String> POSSESSIVES = Set.of("the", "her", "his", "my", "their", "your", "our", "a", "an",
			"of", "s", "patient", "pt", "pts", "last", "four", "4", "digits", "for", "full", "on");

	private static final Set<String> VERBS = Set.of("is", "was", "as", "are", "for");

	/** Before a number of four digits these say that it is a year or a time. */
	private static final Set<String> WHEN = Set.of("in", "since", "from", "until", "till", "of", "by", "year", "at",
			"before", "after", "during");

	/** What is counted has no owner. */
	private static final Set<String> COUNTED = Set.of("hours", "hrs", "h", "am", "pm", "weeks", "days", "months",
			"years", "dollars", "pages", "visits", "people", "patients", "percent", "mg", "ml");

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "ssn");
		for (int i = 0; i < document.size(); i++) {
			int end = SsnShape.add(document, i, false, findings, 0.87);
			end = (end > i) ? end : run(document, i, findings);
			if (end > i) {
				i = end - 1;
			}
			else if (isCue(document, i)) {
				beforeWord(document, i, findings);
				afterWord(document, i, findings);
			}
			else if (isLastFour(document, i)) {
				findings.add(i, i + 1, EntityType.SSN, 0.95);
			}
		}
		return findings.spans();
	}

	/** {@code ssn}, {@code s.s.n.}, but no {@code social worker}. */
	private static boolean isCue(Document document, int i) {
		String word = document.folded(i);
		if (!WORDS.contains(word)) {
			return document.is(i, "s") && document.symbol(i + 1, '.') && document.joined(i) && document.is(i + 2, "s")
					&& document.joined(i + 1) && document.symbol(i + 3, '.');
		}
		return !(word.startsWith("soc") && NO_NUMBERS.contains(document.folded(i + 1)));
	}

	/**
	 * What is written in one with the word or the crosses: {@code SSN123456789},
	 * {@code ssn123-45-6789}, {@code xxxxx6789}, {@code xxx-xx6789}.
	 */
	private static int run(Document document, int i, Findings findings) {
		if (document.kind(i) != TokenKind.MIXED || document.digits(i) < 3) {
			return i;
		}
		String word = document.folded(i);
		int letters = word.length() - document.digits(i);
		if (!isNumber(word, letters)) {
			return i;
		}
		String label = word.substring(0, letters);
		boolean crosses = label.chars().allMatch((unit) -> unit == 'x');
		boolean named = label.equals("ssn") || label.equals("ssnno") || label.equals("social") || label.equals("itin");
		int digits = word.length() - letters;
		int end = i + 1;
		if (named && digits == 3 && document.joined(i) && document.symbolOf(i + 1, "-.") && isNumber(document, i + 2, 2)
				&& document.symbolOf(i + 3, "-.") && isNumber(document, i + 4, LAST)) {
			end = i + 5;
		}
		else if (!(named && (digits == WHOLE || digits == LAST))
				&& !(crosses && digits == LAST && isLongCross(document, i, letters))) {
			return i;
		}
		int start = crosses ? document.start(i) : document.start(i) + letters;
		findings.addUnits(start, document.end(end - 1), EntityType.SSN, 0.93);
		return end;
	}

	private static boolean isNumber(String word, int from) {
		return word.chars().skip(from).allMatch((unit) -> unit >= '0' && unit <= '9');
	}

	private static boolean isLongCross(Document document, int i, int letters) {
		boolean group = letters == 2 && document.joined(i - 1) && document.symbolOf(i - 1, "-.–‑")
				&& document.is(i - 2, "xxx");
		return group || letters == WHOLE - LAST;
	}

	/** {@code 6789 is the last four of her social}. */
	private static void beforeWord(Document document, int word, Findings findings) {
		boolean owner = document.kind(word - 1) == TokenKind.WORD && !POSSESSIVES.contains(document.folded(word - 1))
				&& !VERBS.contains(document.folded(word - 1));
		int at = owner ? word - 2 : word - 1;
		boolean last = false;
		while (at > word - BACK && (POSSESSIVES.contains(document.folded(at)) || document.symbolOf(at, "'’"))) {
			last |= document.is(at, "last");
			at--;
		}
		if (VERBS.contains(document.folded(at)) || document.symbolOf(at, "(,-–=")) {
			at--;
		}
		boolean part = document.joined(at - 1) && document.symbolOf(at - 1, "-/.:$");
		if (!part && (isNumber(document, at, WHOLE) || (last && isNumber(document, at, LAST)))) {
			findings.add(at, at + 1, EntityType.SSN, 0.9);
		}
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
		boolean four = isNumber(document, at, LAST) && isSaidToBeLast(document, i, at);
		if (isValue(document, i, at, findings)) {
			return;
		}
		if (four) {
			findings.add(at, at + 1, EntityType.SSN, 0.95);
			return;
		}
		if (!SHORT.contains(document.folded(i))) {
			further(document, i, findings);
		}
	}

	/** {@code her social, which she wrote on the form, is 123 45 6789}. */
	private static void further(Document document, int word, Findings findings) {
		boolean last = isLastNamed(document, word - BACK, word);
		for (int at = word + 1; at <= word + REACH; at++) {
			if (document.startsLine(at) || isNextSentence(document, at)) {
				return;
			}
			if (document.symbol(at, '?')) {
				answer(document, word, at, findings);
				return;
			}
			if (isValue(document, word, at, findings)) {
				return;
			}
			last |= isLast(document, at);
			if (last && isNumber(document, at, LAST) && isPlain(document, at)) {
				findings.add(at, at + 1, EntityType.SSN, 0.9);
				return;
			}
		}
	}

	/** A whole number, in digits or as it is said, or the last four as they are said. */
	private static boolean isValue(Document document, int word, int at, Findings findings) {
		if (SsnShape.add(document, at, true, findings, 0.95) > at) {
			return true;
		}
		boolean part = document.joined(at - 1) && document.symbolOf(at - 1, "-/.$");
		if (!part && isNumber(document, at, WHOLE)) {
			findings.add(at, at + 1, EntityType.SSN, 0.95);
			return true;
		}
		if (!SpokenNumbers.isNumber(document, at) || SpokenNumbers.isNumber(document, at - 1)) {
			return false;
		}
		SpokenNumbers said = SpokenNumbers.ofValue(document, at);
		boolean whole = said.digits() == WHOLE
				|| (said.digits() == LAST && said.words() > 1 && isSaidToBeLast(document, word, at));
		if (whole) {
			findings.add(at, said.end(), EntityType.SSN, 0.9);
		}
		return whole;
	}

	private static boolean isNextSentence(Document document, int at) {
		return document.symbolOf(at - 1, ".;!") && !document.joined(at - 1) && document.capitalised(at);
	}

	/** No part of something longer, no year, no time, nothing counted. */
	private static boolean isPlain(Document document, int i) {
		boolean part = (document.joined(i - 1) && document.symbolOf(i - 1, "-/.:$")) || (document.joined(i)
				&& document.symbolOf(i + 1, "-/.:%") && document.joined(i + 1) && document.alphanumeric(i + 2));
		boolean when = WHEN.contains(document.folded(i - 1)) && !document.folded(i - 2).startsWith("end");
		return !part && !when && !COUNTED.contains(document.folded(i + 1));
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
		return isLastNamed(document, word - BACK, at) || document.is(word + 1, "security");
	}

	private static boolean isLastNamed(Document document, int from, int to) {
		for (int i = from; i < to; i++) {
			if (isLast(document, i)) {
				return true;
			}
		}
		return false;
	}

	/** {@code last four}, {@code last digits}, {@code ending in}, {@code at the end}. */
	private static boolean isLast(Document document, int i) {
		boolean last = document.is(i, "last") || document.is(i, "final");
		boolean digits = document.is(i + 1, "4") || document.is(i + 1, "four") || document.is(i + 1, "digits")
				|| document.is(i + 1, "numbers") || document.is(i + 1, "of");
		return (last && digits) || document.is(i, "ending") || document.is(i, "ends") || document.is(i, "end")
				|| document.is(i, "l4") || document.is(i, "last4");
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
		boolean counted = COUNTED.contains(document.folded(i + 1)) || document.symbolOf(i + 1, "%");
		return last && !counted && (four < i - 1 || !Calendar.isYear(document, i));
	}

	private static boolean isNumber(Document document, int i, int digits) {
		return document.kind(i) == TokenKind.NUMBER && document.length(i) == digits;
	}

}
