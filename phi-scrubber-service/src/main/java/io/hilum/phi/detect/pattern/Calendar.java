package io.hilum.phi.detect.pattern;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.TokenKind;

/**
 * What the tokens of a date can be: days, months, years, by their English names, by those
 * of the languages that patients write most, and in words.
 */
public final class Calendar {

	/** Month names that are words or names too, so they count with a capital only. */
	static final Set<String> AMBIGUOUS = Set.of("may", "march", "mar", "jan", "dec", "april", "june", "august", "sept",
			"mayo", "sep", "oct", "nov", "jun", "mars", "mai", "marco", "maio", "juli", "juni", "ago", "mei", "maj",
			"mart", "ocak", "ekim", "kasim", "aralik", "nisan", "eylul", "lutego", "maja", "marca", "abr", "dic",
			"ene");

	private static final Set<String> WEEKDAYS = Set.of("monday", "tuesday", "wednesday", "thursday", "friday",
			"saturday", "sunday", "mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun");

	private static final Map<String, Integer> MONTHS = new HashMap<>();

	private static final List<String> LONG_MONTHS = List.of("january", "february", "march", "april", "june", "july",
			"august", "september", "october", "november", "december");

	private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth", "fifth", "sixth",
			"seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth",
			"sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "thirtieth");

	private static final List<String> CARDINALS = List.of("one", "two", "three", "four", "five", "six", "seven",
			"eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
			"eighteen", "nineteen");

	private static final Set<String> TENS = Set.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty",
			"ninety");

	private static final int TEN = CARDINALS.indexOf("ten");

	static {
		month(1, "january", "jan", "enero", "januar", "janvier", "janeiro", "gennaio", "januari", "stycznia", "ocak",
				"ene", "января", "січня");
		month(2, "february", "feb", "febr", "febrero", "februar", "fevrier", "fevereiro", "febbraio", "februari",
				"lutego", "subat", "pebrero", "февраля", "лютого");
		month(3, "march", "mar", "marzo", "marz", "maerz", "mars", "marco", "maart", "marca", "marts", "maret", "marso",
				"mart", "марта", "березня");
		month(4, "april", "apr", "abril", "avril", "aprile", "kwietnia", "nisan", "abr", "апреля", "квітня");
		month(5, "may", "mayo", "mai", "maio", "maggio", "mei", "maja", "maj", "mayis", "мая", "травня");
		month(6, "june", "jun", "junio", "juni", "juin", "junho", "giugno", "czerwca", "haziran", "hunyo", "июня",
				"червня");
		month(7, "july", "jul", "julio", "juli", "juillet", "julho", "luglio", "lipca", "temmuz", "hulyo", "июля",
				"липня");
		month(8, "august", "aug", "agosto", "aout", "augustus", "augusti", "sierpnia", "agustus", "agustos", "ago",
				"августа", "серпня");
		month(9, "september", "sep", "sept", "septiembre", "septembre", "setembro", "settembre", "wrzesnia", "eylul",
				"setyembre", "сентября", "вересня");
		month(10, "october", "oct", "octubre", "oktober", "octobre", "outubro", "ottobre", "pazdziernika", "ekim",
				"oktubre", "октября", "жовтня");
		month(11, "november", "nov", "noviembre", "novembre", "novembro", "listopada", "kasim", "nobyembre", "ноября",
				"листопада");
		month(12, "december", "dec", "diciembre", "dezember", "decembre", "dezembro", "dicembre", "grudnia", "aralik",
				"desember", "desembre", "disyembre", "dic", "декабря", "грудня");
	}

	private Calendar() {
	}

	private static void month(int number, String... names) {
		for (String name : names) {
			MONTHS.put(name, number);
		}
	}

	/**
	 * Whether a word is the name of a month, or short for one.
	 * @param folded the word in lower case
	 * @return {@code true} if it is
	 */
	public static boolean isMonthName(String folded) {
		return MONTHS.containsKey(folded);
	}

	static boolean isDay(int value) {
		return value >= 1 && value <= 31;
	}

	static boolean isMonth(int value) {
		return value >= 1 && value <= 12;
	}

	static boolean isYear(int value) {
		return value >= 1850 && value <= 2150;
	}

	static boolean isMonthAndDay(int month, int day) {
		return isMonth(month) && isDay(day);
	}

	/** A year of four digits. */
	static boolean isYear(Document document, int token) {
		return document.length(token) == 4 && isYear(document.value(token));
	}

	/** A day as a plain number of one or two digits. */
	static boolean isDayNumber(Document document, int token) {
		return document.length(token) <= 2 && isDay(document.value(token));
	}

	/** A day with its English ending, such as {@code 19th}. */
	static boolean isOrdinalDay(Document document, int token) {
		if (document.kind(token) != TokenKind.MIXED || document.length(token) > 4) {
			return false;
		}
		String folded = document.folded(token);
		int digits = folded.length() - 2;
		return digits >= 1 && document.digits(token) == digits
				&& List.of("st", "nd", "rd", "th", "er").contains(folded.substring(digits))
				&& isDay(Integer.parseInt(folded, 0, digits, 10));
	}

	/**
	 * Whether a word is the name of a month with one letter too many, one too few, or two
	 * that changed places: {@code jully}, {@code Febuary}.
	 */
	static boolean isMistypedMonth(String word) {
		if (word.length() <= 4 || MONTHS.containsKey(word)) {
			return false;
		}
		for (String month : LONG_MONTHS) {
			if (isNear(word, month)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isNear(String word, String month) {
		int longer = word.length() - month.length();
		if (word.charAt(0) != month.charAt(0) || Math.abs(longer) > 1) {
			return false;
		}
		int at = 0;
		int shortest = Math.min(word.length(), month.length());
		while (at < shortest && word.charAt(at) == month.charAt(at)) {
			at++;
		}
		return switch (longer) {
			case 1 -> word.substring(at + 1).equals(month.substring(at));
			case -1 -> word.substring(at).equals(month.substring(at + 1));
			default ->
				at + 1 < shortest && word.charAt(at) == month.charAt(at + 1) && word.charAt(at + 1) == month.charAt(at)
						&& word.substring(at + 2).equals(month.substring(at + 2));
		};
	}

	/** The weekday before a date, which belongs to it: {@code Wed, May 8}. */
	static int startWithWeekday(Document document, int start) {
		int at = document.symbolOf(start - 1, ",.") ? start - 2 : start - 1;
		String word = document.folded(at);
		boolean weekday = WEEKDAYS.contains(word)
				&& (document.capitalised(at) || (!word.equals("sat") && !word.equals("sun")));
		return weekday ? at : start;
	}

	/** The token after an ordinal in words that starts here, or the same if none does. */
	static int endOfOrdinalWord(Document document, int token) {
		String word = document.folded(token);
		if (ORDINALS.contains(word)) {
			return token + 1;
		}
		if (word.equals("twenty") || word.equals("thirty")) {
			int next = document.symbol(token + 1, '-') ? token + 2 : token + 1;
			return ORDINALS.indexOf(document.folded(next)) >= 0 ? next + 1 : token;
		}
		return token;
	}

	/**
	 * The token after a day from one to thirty-one in words that starts here, or the
	 * same.
	 */
	static int endOfDayInWords(Document document, int token) {
		int end = endOfNumberInWords(document, token);
		boolean high = TENS.contains(document.folded(token)) && !document.is(token, "twenty")
				&& !(document.is(token, "thirty") && (end == token + 1 || document.is(end - 1, "one")));
		return high ? token : end;
	}

	/**
	 * The token after a year in words that starts here, or the same:
	 * {@code nineteen fifty one}, {@code twenty twenty five}, {@code two thousand four}.
	 */
	static int endOfYearInWords(Document document, int token) {
		if (document.is(token, "two") && document.is(token + 1, "thousand")) {
			int and = document.is(token + 2, "and") ? token + 3 : token + 2;
			int end = endOfNumberInWords(document, and);
			return (end > and) ? end : token + 2;
		}
		if (!document.is(token, "nineteen") && !document.is(token, "twenty") && !document.is(token, "eighteen")) {
			return token;
		}
		int next = document.symbol(token + 1, '-') ? token + 2 : token + 1;
		boolean oh = document.is(next, "oh") || document.is(next, "hundred");
		int rest = oh ? next + 1 : next;
		int end = endOfNumberInWords(document, rest);
		boolean decade = TENS.contains(document.folded(rest)) || CARDINALS.indexOf(document.folded(rest)) >= TEN;
		return (end > rest && (oh || decade)) || document.is(next, "hundred") ? Math.max(rest, end) : token;
	}

	/** A number below a hundred in words. */
	private static int endOfNumberInWords(Document document, int token) {
		if (CARDINALS.contains(document.folded(token))) {
			return token + 1;
		}
		if (!TENS.contains(document.folded(token))) {
			return token;
		}
		int one = document.symbol(token + 1, '-') && document.joined(token) ? token + 2 : token + 1;
		int place = CARDINALS.indexOf(document.folded(one));
		return (place >= 0 && place < TEN) ? one + 1 : token + 1;
	}

}
