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
 * Finds dates that name their month: {@code May 19th}, {@code 19 May 2024},
 * {@code the fifth of May}, {@code 26-Dec-2019}, {@code Oct '23}, {@code in January}, and
 * the day alone: {@code on the 19th}.
 */
final class NamedDateDetector implements Detector {

	private static final Set<String> BEFORE_MONTH = Set.of("in", "since", "until", "till", "early", "late", "mid",
			"last", "this", "next", "by", "during", "from", "through", "of", "before", "after", "around", "between",
			"and");

	private static final Set<String> UNITS = Set.of("mg", "mcg", "units", "unit", "ml", "times", "percent", "tablets",
			"days", "weeks", "hours", "minutes", "months", "years", "pm", "am", "cm", "mm", "people", "patients");

	private static final Set<String> PERSONS = Set.of("he", "she", "they", "we", "you", "i", "it", "patient", "pt",
			"who");

	/** Words before a day whose month is a word too, so that it is one after all. */
	private static final Set<String> TOLD = Set.of("on", "the", "since", "by", "until", "till", "til", "thru", "from",
			"lmp", "edd", "edc", "dob", "seen", "appt", "due", "dated", "born", "le", "el", "am", "den", "il");

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "date");
		for (int i = 0; i < document.size(); i++) {
			if (document.kind(i) == TokenKind.WORD && Calendar.isMonthName(document.folded(i))) {
				i = Math.max(i, aroundMonth(document, i, findings) - 1);
			}
			else if (isMistyped(document, i)) {
				int end = endOfDay(document, i + 1);
				findings.add(i, endOfYear(document, end, false), EntityType.DATE, 0.7);
			}
			else if (document.kind(i) == TokenKind.MIXED
					&& isRunTogether(document.folded(i), isCapitalised(document, i))) {
				findings.add(i, i + 1, EntityType.DATE, 0.88);
			}
			else if (isBareDay(document, i)) {
				findings.add(dayWithWeekday(document, i), i + 1, EntityType.DATE, 0.7);
			}
		}
		return findings.spans();
	}

	/** {@code jully 9}: a slip of the finger with a day behind. */
	private static boolean isMistyped(Document document, int i) {
		return document.kind(i) == TokenKind.WORD && Calendar.isMistypedMonth(document.folded(i))
				&& endOfDay(document, i + 1) > i + 1;
	}

	private static int aroundMonth(Document document, int month, Findings findings) {
		int start = startOfDay(document, month);
		int end = endOfDay(document, document.symbol(month + 1, '.') ? month + 2 : month + 1);
		end = Math.max(end, month + 1);
		boolean day = end > month + 2 || (end == month + 2 && !document.symbol(month + 1, '.'));
		int year = endOfYear(document, end, start < month);
		if (start == month && day && year == end && isAsked(document, month)) {
			return month + 1;
		}
		if (start < month && isWeak(document, start, month) && year == end) {
			start = month;
		}
		boolean yearFirst = start == month && day && Calendar.isYear(document, month - 1);
		start = yearFirst ? month - 1 : start;
		if (start == month && !day && year == end) {
			return alone(document, month, findings);
		}
		findings.add(Calendar.startWithWeekday(document, start), year, EntityType.DATE, 0.88);
		return year;
	}

	/** {@code group 2 may benefit} is no day in May. */
	private static boolean isWeak(Document document, int start, int month) {
		return Calendar.AMBIGUOUS.contains(document.folded(month)) && !document.capitalised(month) && start == month - 1
				&& document.kind(start) == TokenKind.NUMBER && !TOLD.contains(document.folded(start - 1));
	}

	/** {@code he may third his dose}, {@code march second}: a word and no month. */
	private static boolean isAsked(Document document, int month) {
		return (document.is(month, "may") || document.is(month, "march")) && !document.capitalised(month)
				&& document.kind(month + 1) == TokenKind.WORD && PERSONS.contains(document.folded(month - 1));
	}

	private static int alone(Document document, int month, Findings findings) {
		String name = document.folded(month);
		boolean sure = document.capitalised(month) || !Calendar.AMBIGUOUS.contains(name);
		boolean named = name.length() > 4 || document.capitalised(month);
		if (sure && named && BEFORE_MONTH.contains(document.folded(month - 1))) {
			findings.add(month, month + 1, EntityType.DATE, 0.6);
		}
		return month + 1;
	}

	/** Goes left over {@code 19}, {@code 19th of}, {@code 3-5}, {@code the fifth of}. */
	private static int startOfDay(Document document, int month) {
		int at = month - 1;
		while (at > month - 4
				&& (document.is(at, "last") || document.is(at, "this") || document.is(at, "of") || document.is(at, "de")
						|| document.is(at, "day") && document.is(at + 1, "of") || document.symbolOf(at, "-/.,‑–"))) {
			at--;
		}
		if (isDay(document, at) && !(document.symbolOf(at - 1, "./") && document.joined(at - 1))) {
			boolean range = (document.symbolOf(at - 1, "-–") || document.is(at - 1, "and") || document.is(at - 1, "to"))
					&& isDay(document, at - 2);
			return range ? at - 2 : at;
		}
		for (int from = at - 2; from <= at; from++) {
			if (Calendar.endOfOrdinalWord(document, from) == at + 1 && at < month - 1) {
				return from;
			}
		}
		return month;
	}

	/** Goes right over {@code 19}, {@code 19th}, {@code 3-5}, {@code nineteenth}. */
	private static int endOfDay(Document document, int from) {
		int at = document.symbolOf(from, "-/,") ? from + 1 : from;
		at = document.is(at, "the") ? at + 1 : at;
		int word = endOfDayInWords(document, at);
		if (word > at) {
			return word;
		}
		if (!isDay(document, at) || UNITS.contains(document.folded(at + 1)) || isDecimal(document, at)) {
			return from;
		}
		boolean range = (document.symbolOf(at + 1, "-–") || document.is(at + 1, "and") || document.is(at + 1, "to")
				|| document.symbol(at + 1, '&')) && isDay(document, at + 2) && !document.symbol(at + 3, '/')
				&& !UNITS.contains(document.folded(at + 3));
		return range ? at + 3 : at + 1;
	}

	/**
	 * {@code nineteenth}, {@code three} where a year follows, {@code on march ten}.
	 */
	private static int endOfDayInWords(Document document, int at) {
		int ordinal = Calendar.endOfOrdinalWord(document, at);
		if (ordinal > at) {
			return ordinal;
		}
		int cardinal = Calendar.endOfDayInWords(document, at);
		int year = document.symbol(cardinal, ',') ? cardinal + 1 : cardinal;
		boolean dated = Calendar.endOfYearInWords(document, year) > year || Calendar.isYear(document, year);
		boolean told = Set.of("on", "since", "until", "by", "dated").contains(document.folded(at - 2))
				&& Calendar.endOfYearInWords(document, at) == at && !UNITS.contains(document.folded(cardinal))
				&& !document.is(cardinal, "of");
		return (cardinal > at && (dated || told)) ? cardinal : at;
	}

	private static int endOfYear(Document document, int from, boolean dayBefore) {
		int at = from;
		while (at < from + 2 && (document.symbolOf(at, ",.-/‑–") || document.is(at, "of") || document.is(at, "de"))) {
			at++;
		}
		int words = Calendar.endOfYearInWords(document, at);
		if (words > at) {
			return words;
		}
		if (Calendar.isYear(document, at)
				&& !(document.joined(at) && document.symbol(at + 1, '-') && document.digits(at + 2) > 0)) {
			return at + 1;
		}
		boolean apostrophe = document.symbolOf(at, "'’") && document.length(at + 1) == 2 && document.value(at + 1) >= 0;
		if (apostrophe && document.joined(at)) {
			return at + 2;
		}
		boolean hyphen = dayBefore && at == from + 1 && document.joined(from) && document.symbolOf(from, "-/")
				&& document.length(at) == 2 && document.value(at) >= 0;
		if (hyphen) {
			return at + 1;
		}
		boolean dayAndYear = dayBefore && at == from && document.length(at) == 2 && document.value(at) >= 0
				&& !UNITS.contains(document.folded(at + 1)) && !document.joined(at);
		return dayAndYear ? at + 1 : from;
	}

	private static boolean isDay(Document document, int i) {
		return Calendar.isDayNumber(document, i) || Calendar.isOrdinalDay(document, i);
	}

	private static boolean isDecimal(Document document, int i) {
		return document.joined(i) && document.symbolOf(i + 1, ".:%") && document.joined(i + 1)
				&& (document.digits(i + 2) > 0 || document.symbol(i + 1, '%'));
	}

	/** {@code Mar14}, but no gene such as {@code MARCH1}. */
	private static boolean isCapitalised(Document document, int i) {
		String text = document.text();
		int start = document.start(i);
		return Character.isUpperCase(text.charAt(start)) && Character.isLowerCase(text.charAt(start + 1));
	}

	/** {@code 19may2024}. */
	private static boolean isRunTogether(String folded, boolean mixed) {
		int at = 0;
		while (at < folded.length() && Character.isDigit(folded.charAt(at))) {
			at++;
		}
		int year = at;
		while (year < folded.length() && Character.isLetter(folded.charAt(year))) {
			year++;
		}
		int digits = folded.length() - year;
		return at <= 2 && (at > 0 || digits == 4 || (digits == 2 && mixed))
				&& (digits == 0 || digits == 2 || digits == 4) && year > at
				&& Calendar.isMonthName(folded.substring(at, year))
				&& folded.substring(year).chars().allMatch(Character::isDigit);
	}

	/** {@code Thursday the 19th} from its weekday on. */
	private static int dayWithWeekday(Document document, int i) {
		int weekday = Calendar.startWithWeekday(document, i - 1);
		return (weekday < i - 1) ? weekday : i;
	}

	/** {@code on the 19th}, but no {@code on the 19th percentile}. */
	private static boolean isBareDay(Document document, int i) {
		if (!Calendar.isOrdinalDay(document, i) || !document.is(i - 1, "the")) {
			return false;
		}
		boolean dated = Set.of("on", "by", "since", "until", "till", "from", "to", "through")
			.contains(document.folded(i - 2)) || dayWithWeekday(document, i) < i
				|| (document.is(i - 2, "and") && Calendar.isOrdinalDay(document, i - 3));
		boolean free = document.kind(i + 1) != TokenKind.WORD || Set
			.of("and", "at", "for", "with", "he", "she", "they", "we", "i", "when", "but", "because", "due", "to",
					"until", "till", "through")
			.contains(document.folded(i + 1));
		return dated && free && !document.symbol(i + 1, '-');
	}

}
