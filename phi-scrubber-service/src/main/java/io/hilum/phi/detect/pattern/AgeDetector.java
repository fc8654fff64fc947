package io.hilum.phi.detect.pattern;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import io.hilum.phi.detect.Detector;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;
import io.hilum.phi.detect.TokenKind;

/**
 * Finds ages of 90 and more, in digits or in words, and a year of birth that gives such
 * an age away. Younger ages stay, as 45 CFR 164.514(b)(2)(i)(C) allows.
 */
final class AgeDetector implements Detector {

	static final int OLD = 90;

	private static final int OLDEST = 125;

	private static final Set<String> UNITS = Set.of("yo", "y", "yr", "yrs", "year", "years", "yof", "yom", "yof.");

	private static final Set<String> RUN_TOGETHER = Set.of("yo", "y", "yr", "yrs", "f", "m", "yof", "yom", "yf", "ym",
			"yow");

	private static final Set<String> KEYS = Set.of("aged", "age", "ages", "edad");

	private static final Set<String> SUBJECTS = Set.of("he", "she", "i", "they", "patient", "pt", "mom", "mother",
			"dad", "father", "grandmother", "grandfather", "grandma", "grandpa", "husband", "wife", "aunt", "uncle",
			"sister", "brother", "who", "nana", "man", "woman", "lady", "gentleman", "friend", "neighbor", "resident",
			"we");

	private static final Set<String> MEASURED = Set.of("pressure", "rate", "pulse", "hr", "glucose", "sugar", "temp",
			"temperature", "weight", "sat", "saturation", "spo2", "bp", "sats", "level", "score", "bmi", "fever", "wt");

	private static final Set<String> SEXES = Set.of("male", "female", "man", "woman");

	/** What goes on behind {@code 93 female}. */
	private static final Set<String> PRESENTING = Set.of("with", "w", "who", "presents", "presenting", "admitted", "c",
			"s", "h", "hx", "from", "here", "found", "lives", "living", "brought", "biba", "fell");

	private static final Set<String> BIRTHDAYS = Set.of("birthday", "bday", "birthdays");

	private static final Set<String> ONES = Set.of("one", "two", "three", "four", "five", "six", "seven", "eight",
			"nine", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth");

	private final Clock clock;

	AgeDetector(Clock clock) {
		this.clock = clock;
	}

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "age");
		for (int i = 0; i < document.size(); i++) {
			if (document.kind(i) == TokenKind.NUMBER) {
				number(document, i, findings);
			}
			else if (document.kind(i) == TokenKind.MIXED && (isRunTogether(document, i) || isBirthday(document, i))) {
				findings.add(i, i + 1, EntityType.AGE, 0.8);
			}
			else if (document.is(i, "ninety") || document.is(i, "hundred")) {
				words(document, i, findings);
			}
		}
		return findings.spans();
	}

	private void number(Document document, int i, Findings findings) {
		int value = document.value(i);
		if (isOld(value) && (hasUnit(document, i + 1) || hasKey(document, i) || isSaidOfPerson(document, i, i + 1)
				|| isTooOld(document, i) || isBehindName(document, i, i + 1) || isBesideSex(document, i))) {
			findings.add(i, i + 1, EntityType.AGE, 0.9);
		}
		else if (isYearOfBirth(document, i, value)) {
			findings.add(i, i + 1, EntityType.DATE, 0.8);
		}
	}

	/**
	 * {@code Ada Byrd, 94, at home}: a number between commas behind two words with
	 * capitals.
	 */
	private static boolean isBehindName(Document document, int i, int end) {
		return document.symbol(i - 1, ',') && document.symbolOf(end, ",;)") && isNamePart(document, i - 2)
				&& (isNamePart(document, i - 3) || document.symbolOf(i - 3, "-.'’"))
				&& !(document.joined(end - 1) && document.digits(end + 1) > 0 && document.joined(end));
	}

	/** {@code F/93}, {@code 92/F}, {@code male, 91,}. */
	private static boolean isBesideSex(Document document, int i) {
		boolean before = document.symbol(i - 1, '/') && document.joined(i - 1) && isLetterOfSex(document, i - 2);
		boolean after = document.joined(i) && document.symbol(i + 1, '/') && isLetterOfSex(document, i + 2);
		boolean word = document.symbol(i - 1, ',') && SEXES.contains(document.folded(i - 2))
				&& document.symbolOf(i + 1, ",;.)");
		boolean follows = SEXES.contains(document.folded(i + 1)) && PRESENTING.contains(document.folded(i + 2));
		return before || after || word || follows;
	}

	private static boolean isLetterOfSex(Document document, int i) {
		return document.capitalised(i) && (document.is(i, "f") || document.is(i, "m"));
	}

	/** {@code his 98th birthday}. */
	private static boolean isBirthday(Document document, int i) {
		String folded = document.folded(i);
		int digits = document.digits(i);
		return folded.length() == digits + 2 && digits >= 2 && digits <= 3 && BIRTHDAYS.contains(document.folded(i + 1))
				&& folded.chars().limit(digits).allMatch(Character::isDigit)
				&& isOld(Integer.parseInt(folded, 0, digits, 10));
	}

	private static boolean isNamePart(Document document, int i) {
		return document.capitalised(i) && !document.upperCase(i) && document.length(i) > 2
				&& !MEASURED.contains(document.folded(i));
	}

	private static boolean isOld(int value) {
		return value >= OLD && value <= OLDEST;
	}

	/** {@code year-old}, {@code y/o}, {@code y.o.}, {@code yrs}. */
	private static boolean hasUnit(Document document, int i) {
		int at = document.symbolOf(i, "-‑–") ? i + 1 : i;
		String unit = document.folded(at);
		if (!UNITS.contains(unit)) {
			return unit.equals("anos") || (unit.equals("ans") && document.joined(i - 1));
		}
		if (unit.equals("y")) {
			return document.symbolOf(at + 1, "/.-") && document.is(at + 2, "o");
		}
		if (unit.startsWith("yr") || unit.startsWith("year")) {
			int next = document.symbolOf(at + 1, "-.‑–") ? at + 2 : at + 1;
			return document.is(next, "old") || document.is(next, "of") || document.is(next, "young")
					|| unit.equals("yrs") || document.is(next, "female") || document.is(next, "male");
		}
		return true;
	}

	private static boolean hasKey(Document document, int i) {
		int at = i - 1;
		while (at > i - 5 && (document.symbolOf(at, ":=\"'-(") || document.is(at, "is") || document.is(at, "of"))) {
			at--;
		}
		return KEYS.contains(document.folded(at)) && !document.symbol(i + 1, '%');
	}

	/** {@code my mom Ada is 94 and ...}, but no {@code her pulse is 94}. */
	private static boolean isSaidOfPerson(Document document, int i, int end) {
		int before = document.symbol(i - 1, ',') && Set.of("alive", "living", "well").contains(document.folded(i - 2))
				? i - 2 : i - 1;
		String verb = document.folded(before);
		if (before < i - 1) {
			return endsClause(document, end);
		}
		boolean turning = verb.startsWith("turn");
		if (!turning && !Set.of("is", "am", "was", "just", "now", "be", "alive", "living", "age").contains(verb)
				&& !(document.symbolOf(i - 2, "'’") && (verb.equals("m") || verb.equals("s")))) {
			return false;
		}
		if (!endsClause(document, end) || MEASURED.contains(document.folded(i - 2))) {
			return false;
		}
		for (int at = i - 2; at >= i - 6; at--) {
			if (SUBJECTS.contains(document.folded(at))) {
				return true;
			}
			if (document.symbolOf(at, ".;")) {
				return false;
			}
		}
		return turning;
	}

	/** {@code is 98 too old for surgery}. */
	private static boolean isTooOld(Document document, int i) {
		return (document.is(i + 1, "too") && document.is(i + 2, "old"))
				|| (document.is(i + 1, "old") && document.is(i + 2, "enough"));
	}

	private static boolean endsClause(Document document, int i) {
		return document.kind(i) == TokenKind.NONE || (document.symbolOf(i, ".,;!?)") && document.digits(i + 1) == 0)
				|| Set.of("and", "now", "but", "so", "with", "this", "next", "today", "in", "on", "years")
					.contains(document.folded(i));
	}

	private static boolean isRunTogether(Document document, int i) {
		String folded = document.folded(i);
		int digits = document.digits(i);
		if (digits < 2 || digits > 3 || !RUN_TOGETHER.contains(folded.substring(digits))
				|| !folded.chars().limit(digits).allMatch(Character::isDigit)) {
			return false;
		}
		boolean sex = folded.endsWith("f") || folded.endsWith("m");
		return isOld(Integer.parseInt(folded, 0, digits, 10)) && !(sex && MEASURED.contains(document.folded(i - 1)))
				&& !(document.symbolOf(i - 1, "./$") && document.joined(i - 1));
	}

	private static void words(Document document, int i, Findings findings) {
		int end = i + 1;
		int start = i;
		if (document.is(i, "hundred")) {
			start = (document.is(i - 1, "one") || document.is(i - 1, "a")) ? i - 1 : i;
			end = document.is(end, "and") ? end + 1 : end;
		}
		int one = document.symbolOf(end, "-‑") ? end + 1 : end;
		end = ONES.contains(document.folded(one)) ? one + 1 : end;
		if (hasUnit(document, end) || KEYS.contains(document.folded(start - 1)) || isSaidOfPerson(document, start, end)
				|| isBehindName(document, start, end) || BIRTHDAYS.contains(document.folded(end))) {
			findings.add(start, end, EntityType.AGE, 0.9);
		}
	}

	private boolean isYearOfBirth(Document document, int i, int value) {
		if (document.length(i) != 4 || value < 1850
				|| value > this.clock.instant().atZone(ZoneOffset.UTC).getYear() - 90) {
			return false;
		}
		int at = i - 1;
		while (at > i - 4 && (document.is(at, "in") || document.is(at, "year") || document.symbolOf(at, ":=(\""))) {
			at--;
		}
		return Set.of("born", "birth", "dob", "yob", "birthyear").contains(document.folded(at));
	}

}
