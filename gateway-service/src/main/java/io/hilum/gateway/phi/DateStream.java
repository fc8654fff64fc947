package io.hilum.gateway.phi;

/**
 * Puts dates back that were moved, in one text that arrives in pieces. A date counts only
 * as a whole: not within a longer number, and not as the beginning of a date with a year
 * of its own. What may begin one is held back, never more than the longest has characters
 * and a year behind it. Mutable; for one text and one thread at a time.
 */
final class DateStream {

	/** As much as must be known behind a date: {@code , 2024}. */
	private static final int BEHIND = 6;

	private static final int YEAR = 4;

	/** What a letter behind a backslash says in JSON: white space, no word. */
	private static final String ESCAPES = "bfnrt";

	private final MovedDates dates;

	private final Form form;

	private String held = "";

	/** The last two characters before what is held. */
	private String before = "";

	DateStream(MovedDates dates, Form form) {
		this.dates = dates;
		this.form = form;
	}

	boolean holds() {
		return !this.held.isEmpty();
	}

	String held() {
		return this.held;
	}

	/**
	 * Take the next piece.
	 * @param piece the piece
	 * @return what may be passed on now
	 */
	String push(String piece) {
		return this.dates.isEmpty() ? piece : pass(this.held + piece, false);
	}

	/**
	 * End the text.
	 * @return what was held back
	 */
	String finish() {
		return this.held.isEmpty() ? "" : pass(this.held, true);
	}

	private String pass(String text, boolean whole) {
		StringBuilder out = new StringBuilder(text.length() + 16);
		int copied = 0;
		int at = 0;
		while (at < text.length()) {
			if (!Spelling.isWord(text.charAt(at)) || goesOn(text, at)) {
				at++;
				continue;
			}
			int end = longest(text, at, whole);
			if (end < 0) {
				break;
			}
			if (end > at) {
				String original = this.dates.original(Restorer.fold(text.substring(at, end)));
				out.append(text, copied, at).append(this.form.written(String.valueOf(original)));
				copied = end;
			}
			at = Math.max(end, at + 1);
		}
		out.append(text, copied, at);
		String passed = this.before + text.substring(0, at);
		this.before = passed.substring(Math.max(0, passed.length() - 2));
		this.held = text.substring(at);
		return out.toString();
	}

	/** Whether a word or a number that began earlier goes on here. */
	private boolean goesOn(String text, int at) {
		char last = before(text, at, 1);
		if (this.form == Form.JSON && before(text, at, 2) == '\\' && ESCAPES.indexOf(last) >= 0) {
			return false;
		}
		boolean separated = last == '/' || last == '-' || last == '.';
		return Character.isLetterOrDigit(last)
				|| (separated && isDigit(before(text, at, 2)) && isDigit(text.charAt(at)) && last != '-');
	}

	private char before(String text, int at, int back) {
		int index = at - back;
		if (index >= 0) {
			return text.charAt(index);
		}
		int earlier = this.before.length() + index;
		return (earlier >= 0) ? this.before.charAt(earlier) : ' ';
	}

	/**
	 * The end of the longest date that begins here, the same place if none does, -1 if
	 * more of the text must be known.
	 */
	private int longest(String text, int at, boolean whole) {
		int found = at;
		int end = at + 1;
		while (end <= text.length() && end - at <= this.dates.longest()) {
			String folded = Restorer.fold(text.substring(at, end));
			if (!this.dates.mayBegin(folded)) {
				break;
			}
			if (this.dates.original(folded) != null && (whole || end + BEHIND <= text.length())) {
				found = endsHere(text, at, end) ? end : found;
			}
			else if (this.dates.original(folded) != null) {
				return -1;
			}
			end++;
		}
		boolean open = end > text.length() && end - at <= this.dates.longest();
		return (open && !whole) ? -1 : found;
	}

	private static boolean endsHere(String text, int start, int end) {
		if (end == text.length()) {
			return true;
		}
		char next = text.charAt(end);
		boolean number = end + 1 < text.length() && isDigit(text.charAt(end + 1));
		if (Character.isLetterOrDigit(next)) {
			return (next == 'T' || next == 't') && number;
		}
		boolean separated = (next == '/' || next == '-' || next == '.') && number;
		if (separated && text.substring(start, end).indexOf(next) >= 0) {
			return false;
		}
		return !hasYearBehind(text, end) || hasYear(text, start, end);
	}

	/** {@code , 2024} or {@code 2024} behind a blank. */
	private static boolean hasYearBehind(String text, int end) {
		int at = (text.charAt(end) == ',') ? end + 1 : end;
		return at + YEAR < text.length() && text.charAt(at) == ' ' && hasYear(text, at + 1, at + 1 + YEAR);
	}

	private static boolean hasYear(String text, int start, int end) {
		int digits = 0;
		for (int i = start; i < end && digits < YEAR; i++) {
			digits = isDigit(text.charAt(i)) ? digits + 1 : 0;
		}
		return digits == YEAR;
	}

	private static boolean isDigit(char unit) {
		return unit >= '0' && unit <= '9';
	}

}
