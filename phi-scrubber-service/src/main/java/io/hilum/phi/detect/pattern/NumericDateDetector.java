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
 * Finds dates in digits: {@code 5/19/2024}, {@code 2024-05-19T08:30Z}, {@code 19.05.24},
 * {@code 5/19}, {@code 05/2024}, {@code 20240519}. A bare year stays.
 */
final class NumericDateDetector implements Detector {

	/** Versions and chapters have a smaller last part than this. */
	private static final int LEAST_YEAR_OF_BIRTH = 30;

	private static final String SEPARATORS = "/-.–‑";

	/** Words before a fraction that say it is a measure and no day of a month. */
	private static final Set<String> MEASURES = Set.of("strength", "pain", "bp", "motor", "reflexes", "reflex", "pulse",
			"pulses", "grade", "score", "scale", "gcs", "apgar", "apgars", "power", "vision", "sensation", "severity",
			"rated", "mmse", "moca", "pressure", "murmur", "stage", "dtr", "dtrs", "edema", "ratio", "bmi", "intensity",
			"level", "acuity", "station", "step", "dose", "cycle", "part", "page", "level5");

	/** Words after a fraction that say the same. */
	private static final Set<String> MEASURED = Set.of("systolic", "diastolic", "murmur", "strength", "pain", "power",
			"tab", "tabs", "tablet", "tablets", "mg", "ml", "ns", "normal", "cup", "dose", "doses", "inch", "of",
			"hour", "hours", "days", "weeks", "months", "bilaterally", "throughout", "holosystolic", "pansystolic",
			"ejection", "muscle", "positive", "quantity", "teaspoon", "liter", "mile", "d5");

	/** Functions that make a date. */
	private static final Set<String> CALLS = Set.of("of", "date", "datetime", "localdate", "localdatetime", "timestamp",
			"makedate", "utc");

	/** Words before a date. */
	private static final Set<String> DATING = Set.of("on", "since", "from", "by", "until", "till", "before", "after",
			"dated", "date", "thru", "through", "for", "starting", "started", "due", "effective", "seen", "dos", "as",
			"between", "admitted", "discharged", "born", "dob", "last", "next", "updated", "to", "at", "til", "call",
			"me", "court", "hearing", "appt", "appointment", "meeting", "mtg", "deadline", "doi", "exp", "expires",
			"signed", "mailed", "faxed", "injury", "accident");

	/** Words before a day whose month stands before a hyphen. */
	private static final Set<String> ENDING = Set.of("on", "by", "since", "until", "til", "till", "due", "before");

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "date");
		for (int i = 0; i < document.size(); i++) {
			if (document.kind(i) == TokenKind.NUMBER && !continues(document, i)) {
				int end = threeParts(document, i, findings);
				end = (end > 0) ? end : arguments(document, i, findings);
				end = (end > 0) ? end : apart(document, i, findings);
				end = (end > 0) ? end : twoParts(document, i, findings);
				end = (end > 0) ? end : onePart(document, i, findings);
				i = Math.max(i, end - 1);
			}
			else if (document.kind(i) == TokenKind.MIXED && isStamp(document, i)) {
				findings.add(i, i + 1, EntityType.DATE, 0.7);
			}
		}
		return findings.spans();
	}

	/** Whether the number is a later part of a chain such as {@code 1/2/3}. */
	private static boolean continues(Document document, int i) {
		return document.joined(i - 1) && document.symbolOf(i - 1, "/.") && document.joined(i - 2)
				&& (document.digits(i - 2) > 0
						|| (document.symbol(i - 1, '.') && document.upperCase(i - 2) && document.symbol(i + 1, '.')));
	}

	private static int threeParts(Document document, int i, Findings findings) {
		if (!separated(document, i) || !separated(document, i + 2)
				|| !document.text().regionMatches(document.start(i + 1), document.text(), document.start(i + 3), 1)) {
			return -1;
		}
		boolean stamp = isDayWithTime(document, i + 4);
		if (document.kind(i + 4) != TokenKind.NUMBER && !stamp) {
			return -1;
		}
		boolean date = stamp ? isIso(document, i, 0) : isDate(document, i);
		if (!date || (!stamp && separatedFromNumber(document, i + 4))) {
			return -1;
		}
		int end = stamp ? endOfTime(document, i + 4) : afterTime(document, i + 5);
		findings.add(Calendar.startWithWeekday(document, i), end, EntityType.DATE,
				document.symbol(i + 1, '.') ? 0.8 : 0.88);
		return end;
	}

	/** {@code LocalDate.of(2024, 4, 24)}, {@code date(2024, 4, 24)}. */
	private static int arguments(Document document, int i, Findings findings) {
		boolean call = document.symbol(i - 1, '(') && CALLS.contains(document.folded(i - 2));
		boolean day = Calendar.isYear(document, i) && document.symbol(i + 1, ',') && document.symbol(i + 3, ',')
				&& Calendar.isMonth(document.value(i + 2)) && Calendar.isDay(document.value(i + 4));
		if (!call || !day) {
			return -1;
		}
		findings.add(i, i + 5, EntityType.DATE, 0.85);
		return i + 5;
	}

	private static boolean isDate(Document document, int i) {
		if (document.length(i) == 4) {
			return isIso(document, i, document.value(i + 4));
		}
		int year = document.value(i + 4);
		boolean years = Calendar.isYear(document, i + 4) || (document.length(i + 4) == 2 && year >= 0);
		int first = document.value(i);
		int second = document.value(i + 2);
		boolean days = Calendar.isMonthAndDay(first, second) || Calendar.isMonthAndDay(second, first);
		boolean version = document.symbol(i + 1, '.') && document.length(i + 4) == 2 && document.length(i + 2) < 2
				&& first <= 12 && year < LEAST_YEAR_OF_BIRTH && !DATING.contains(document.folded(i - 1))
				&& !endsDottedRange(document, i);
		return years && days && !version && document.length(i) <= 2 && document.length(i + 2) <= 2;
	}

	/** {@code 8.29.25 - 11.5.25}. */
	private static boolean endsDottedRange(Document document, int i) {
		return document.symbolOf(i - 1, "-–") && document.digits(i - 2) > 0 && document.symbol(i - 3, '.')
				&& document.symbol(i - 5, '.');
	}

	private static boolean isIso(Document document, int i, int day) {
		return Calendar.isYear(document, i) && Calendar.isMonth(document.value(i + 2)) && document.length(i + 2) <= 2
				&& (day == 0 || Calendar.isDay(day)) && document.length(i + 4) <= (day == 0 ? 9 : 2);
	}

	/**
	 * A day that runs into a time of day: {@code 02T03} of {@code 2021-02-02T03:19:00Z}.
	 */
	private static boolean isDayWithTime(Document document, int i) {
		String folded = document.folded(i);
		return document.kind(i) == TokenKind.MIXED && folded.length() >= 4 && folded.charAt(2) == 't'
				&& Character.isDigit(folded.charAt(0)) && Character.isDigit(folded.charAt(1));
	}

	/** The time of day to the second, which makes a day the mark of one event. */
	private static int afterTime(Document document, int i) {
		boolean time = document.length(i) == 2 && document.length(i + 2) == 2 && document.length(i + 4) == 2
				&& document.value(i) >= 0 && document.value(i + 2) >= 0 && document.value(i + 4) >= 0
				&& document.symbol(i + 1, ':') && document.symbol(i + 3, ':') && !document.startsLine(i);
		return time ? i + 5 : i;
	}

	private static int endOfTime(Document document, int first) {
		int end = first + 1;
		while (document.joined(end - 1) && document.symbolOf(end, ":.+-") && document.joined(end)
				&& document.digits(end + 1) > 0) {
			end += 2;
		}
		return end;
	}

	private static int twoParts(Document document, int i, Findings findings) {
		if (!separated(document, i) || document.kind(i + 2) != TokenKind.NUMBER) {
			return -1;
		}
		if (isRangeOfDays(document, i)) {
			findings.add(i, i + 5, EntityType.DATE, 0.75);
			return i + 5;
		}
		if (separatedFromNumber(document, i + 2)) {
			return -1;
		}
		boolean slash = document.symbol(i + 1, '/');
		if (isMonthOfYear(document, i, slash) || (slash && isDayOfMonth(document, i))) {
			findings.add(Calendar.startWithWeekday(document, i), i + 3, EntityType.DATE, 0.75);
			return i + 3;
		}
		return -1;
	}

	/** {@code 3/14-16}: what is no fraction and goes on to a later day. */
	private static boolean isRangeOfDays(Document document, int i) {
		int from = document.value(i + 2);
		int to = document.value(i + 4);
		boolean form = document.symbol(i + 1, '/') && document.symbolOf(i + 3, "-–") && document.joined(i + 2)
				&& document.joined(i + 3) && document.kind(i + 4) == TokenKind.NUMBER && document.length(i + 4) == 2;
		return form && document.length(i) <= 2 && Calendar.isMonthAndDay(document.value(i), from) && from > 10
				&& to > from && Calendar.isDay(to) && !MEASURED.contains(document.folded(i + 5))
				&& !(document.joined(i + 4) && (document.symbolOf(i + 5, "/-%.") && document.digits(i + 6) > 0));
	}

	/** {@code date of injury 10 14 2025}, {@code on 3/ 14}, {@code by 12-24}. */
	private static int apart(Document document, int i, Findings findings) {
		boolean told = DATING.contains(document.folded(document.symbol(i - 1, ':') ? i - 2 : i - 1));
		boolean days = document.length(i) <= 2 && document.length(i + 1) <= 2 && Calendar.isYear(document, i + 2)
				&& Calendar.isMonthAndDay(document.value(i), document.value(i + 1)) && !document.startsLine(i + 1)
				&& !document.startsLine(i + 2);
		if (told && days && !separated(document, i + 2)) {
			findings.add(i, i + 3, EntityType.DATE, 0.8);
			return i + 3;
		}
		int year = i + 4;
		boolean spaced = told && document.symbolOf(i + 1, "/-.") && document.symbolOf(i + 3, "/-.")
				&& document.length(i) <= 2 && document.length(i + 2) <= 2
				&& Calendar.isMonthAndDay(document.value(i), document.value(i + 2)) && isShortYear(document, year)
				&& !document.startsLine(year);
		if (spaced) {
			int end = document.symbolOf(year, "'’") ? year + 2 : year + 1;
			findings.add(i, end, EntityType.DATE, 0.8);
			return end;
		}
		boolean plain = document.length(i) <= 2 && document.length(i + 2) <= 2 && document.joined(i)
				&& Calendar.isMonthAndDay(document.value(i), document.value(i + 2)) && !document.startsLine(i + 2)
				&& !separatedFromNumber(document, i + 2);
		boolean gap = document.symbol(i + 1, '/') && !document.joined(i + 1) && told;
		boolean hyphen = document.symbol(i + 1, '-') && document.joined(i + 1)
				&& ENDING.contains(document.folded(i - 1)) && !MEASURED.contains(document.folded(i + 3))
				&& !document.symbolOf(i + 3, "%");
		if (plain && (gap || hyphen)) {
			findings.add(i, i + 3, EntityType.DATE, 0.7);
			return i + 3;
		}
		return -1;
	}

	/** {@code 1952}, {@code 52}, {@code '52}. */
	private static boolean isShortYear(Document document, int i) {
		int at = document.symbolOf(i, "'’") ? i + 1 : i;
		return Calendar.isYear(document, at) || (document.kind(at) == TokenKind.NUMBER && document.length(at) == 2);
	}

	private static boolean isMonthOfYear(Document document, int i, boolean slash) {
		boolean dot = document.symbol(i + 1, '.');
		boolean before = document.joined(i - 1) && document.symbolOf(i - 1, "-/");
		if (Calendar.isYear(document, i + 2)) {
			return document.length(i) <= 2 && Calendar.isMonth(document.value(i)) && !before;
		}
		return Calendar.isYear(document, i) && document.length(i + 2) == 2 && Calendar.isMonth(document.value(i + 2))
				&& !dot && !before && !(slash && document.value(i + 2) == 0);
	}

	private static boolean isDayOfMonth(Document document, int i) {
		int first = document.value(i);
		int second = document.value(i + 2);
		boolean short2 = document.length(i) <= 2 && document.length(i + 2) <= 2;
		if (!short2 || document.joined(i + 2) && document.symbol(i + 3, '%')) {
			return false;
		}
		boolean dated = DATING.contains(document.folded(i - 1)) || endsRange(document, i) || isOccasion(document, i)
				|| Calendar.startWithWeekday(document, i) < i;
		if (Calendar.isMonthAndDay(second, first) && !Calendar.isMonth(first)) {
			return dated && !(first == 24 && second == 7);
		}
		if (!Calendar.isMonthAndDay(first, second)) {
			return false;
		}
		return (dated && !MEASURED.contains(document.folded(i + 3))) || !isMeasure(document, i, first, second);
	}

	/** {@code last dose 12/16}, {@code next visit 8/13}. */
	private static boolean isOccasion(Document document, int i) {
		return Set.of("dose", "visit", "step", "cycle").contains(document.folded(i - 1))
				&& Set.of("last", "next", "previous", "prior", "first").contains(document.folded(i - 2));
	}

	/** {@code 3/5} of {@code 3/1-3/5}. */
	private static boolean endsRange(Document document, int i) {
		return document.symbolOf(i - 1, "-–") && document.digits(i - 2) > 0 && document.symbol(i - 3, '/');
	}

	private static boolean isMeasure(Document document, int i, int first, int second) {
		boolean scale = second == 10 || (first == second && second <= 5) || (first < second && second <= 6);
		boolean measured = MEASURED.contains(document.folded(i + 3))
				&& !(second > 10 && Set.of("normal", "positive", "of", "ns").contains(document.folded(i + 3)));
		return scale || measured || MEASURES.contains(document.folded(i - 1))
				|| MEASURES.contains(document.folded(i - 2));
	}

	private static int onePart(Document document, int i, Findings findings) {
		if (isCompact(document.text(), document.start(i), document.length(i))) {
			int end = endOfTime(document, i);
			findings.add(i, end, EntityType.DATE, 0.6);
			return end;
		}
		return -1;
	}

	/** {@code yyyyMMdd}, with or without a time of day, or {@code MMddyyyy}. */
	private static boolean isCompact(String text, int start, int length) {
		if (length != 8 && length != 12 && length != 14) {
			return false;
		}
		int front = Integer.parseInt(text, start, start + 4, 10);
		int back = Integer.parseInt(text, start + 4, start + 8, 10);
		if (Calendar.isYear(front) && Calendar.isMonthAndDay(back / 100, back % 100)) {
			return true;
		}
		return length == 8 && Calendar.isYear(back) && Calendar.isMonthAndDay(front / 100, front % 100);
	}

	/** {@code 20240519T0830}. */
	private static boolean isStamp(Document document, int i) {
		String folded = document.folded(i);
		return folded.length() > 8 && folded.charAt(8) == 't' && document.digits(i) >= folded.length() - 2
				&& Character.isDigit(folded.charAt(7)) && folded.chars().limit(8).allMatch(Character::isDigit)
				&& isCompact(folded, 0, 8);
	}

	private static boolean separated(Document document, int i) {
		return document.joined(i) && document.symbolOf(i + 1, SEPARATORS) && document.joined(i + 1);
	}

	private static boolean separatedFromNumber(Document document, int i) {
		return separated(document, i) && document.symbolOf(i + 1, "/-.") && document.digits(i + 2) > 0
				&& !(document.symbol(i + 1, '-') && separated(document, i + 2));
	}

}
