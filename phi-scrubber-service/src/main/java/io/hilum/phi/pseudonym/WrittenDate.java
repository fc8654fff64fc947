package io.hilum.phi.pseudonym;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.TokenKind;

/**
 * A day as it is written: which characters are its year, its month and its day. All
 * others, such as a weekday or a time, stay when another day is written in its form. A
 * form that leaves open which day it is, such as a month or a range, is none. Prints
 * nothing.
 */
final class WrittenDate {

	private static final int COMPACT = 8;

	private final String text;

	private final List<Piece> pieces;

	private final LocalDate date;

	private final boolean hasYear;

	private WrittenDate(String text, List<Piece> pieces, LocalDate date, boolean hasYear) {
		this.text = text;
		this.pieces = pieces;
		this.date = date;
		this.hasYear = hasYear;
	}

	LocalDate date() {
		return this.date;
	}

	boolean hasYear() {
		return this.hasYear;
	}

	/**
	 * Read a date.
	 * @param text the date as it is written
	 * @param today what tells a year that is not written in full
	 * @return the date, nothing if it is none or more than one day
	 */
	static Optional<WrittenDate> parse(String text, LocalDate today) {
		Document document = new Document(text);
		List<Piece> pieces = hasName(document) ? named(document) : compact(document);
		pieces = (pieces.isEmpty() && !hasName(document)) ? numeric(document) : pieces;
		return pieces.isEmpty() ? Optional.empty() : dated(text, pieces, today);
	}

	private static Optional<WrittenDate> dated(String text, List<Piece> pieces, LocalDate today) {
		int year = 0;
		int month = 0;
		int day = 0;
		for (Piece piece : pieces) {
			switch (piece.role()) {
				case YEAR -> year = piece.number(text);
				case SHORT_YEAR -> year = century(piece.number(text), today);
				case MONTH -> month = piece.number(text);
				case DAY -> day = piece.number(text);
				case NAME -> month = piece.month(text);
			}
		}
		try {
			LocalDate date = LocalDate.of((year == 0) ? today.getYear() : year, month, day);
			return Optional.of(new WrittenDate(text, pieces, date, year != 0));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private static int century(int year, LocalDate today) {
		int latest = today.getYear() % 100 + 1;
		int hundreds = today.getYear() / 100 * 100;
		return (year <= latest) ? hundreds + year : hundreds - 100 + year;
	}

	private static boolean hasName(Document document) {
		for (int i = 0; i < document.size(); i++) {
			if (month(document.folded(i)) > 0) {
				return true;
			}
		}
		return false;
	}

	/** {@code May 3-15} is a range, {@code 3-May-15} is none. */
	private static boolean isRange(Document document, int i) {
		return document.symbolOf(i - 1, "-–‑") && document.digits(i - 2) > 0;
	}

	/** {@code May 19th, 2024}, {@code 19 de mayo de 2024}, {@code 19-May-24}. */
	private static List<Piece> named(Document document) {
		List<Piece> pieces = new ArrayList<>();
		boolean day = false;
		boolean name = false;
		for (int i = 0; i < document.size(); i++) {
			String folded = document.folded(i);
			if (document.kind(i) == TokenKind.WORD && month(folded) > 0) {
				if (name) {
					return List.of();
				}
				name = true;
				pieces.add(new Piece(Role.NAME, document.start(i), document.end(i)));
			}
			else if (document.digits(i) > 0) {
				boolean ordinal = document.kind(i) == TokenKind.MIXED;
				int digits = document.digits(i);
				boolean shortYear = digits == 2 && !ordinal && (day || document.symbolOf(i - 1, "'’"));
				if (digits > 4 || digits == 3 || (day && digits == 1) || !isNumber(document, i)
						|| isRange(document, i)) {
					return List.of();
				}
				Role role = (digits == 4) ? Role.YEAR : (shortYear ? Role.SHORT_YEAR : Role.DAY);
				pieces.add(new Piece(role, document.start(i), document.start(i) + digits));
				day |= role == Role.DAY;
			}
		}
		return (name && day && pieces.size() <= 3) ? pieces : List.of();
	}

	/** Digits, or digits with the ending of an ordinal. */
	private static boolean isNumber(Document document, int i) {
		int letters = document.length(i) - document.digits(i);
		return letters == 0 || (letters == 2 && Character.isDigit(document.folded(i).charAt(0)));
	}

	private static int month(String folded) {
		MonthNames names = MonthNames.of(folded);
		return (names != null) ? names.month(folded) : 0;
	}

	/** {@code 20240519}, {@code 20240519083000}, {@code 05192024}. */
	private static List<Piece> compact(Document document) {
		int length = document.length(0);
		if (document.kind(0) != TokenKind.NUMBER || (length != COMPACT && length != 12 && length != 14)) {
			return List.of();
		}
		int start = document.start(0);
		int year = Integer.parseInt(document.text(), start, start + 4, 10);
		if (year >= 1850 && year <= 2150) {
			return List.of(new Piece(Role.YEAR, start, start + 4), new Piece(Role.MONTH, start + 4, start + 6),
					new Piece(Role.DAY, start + 6, start + 8));
		}
		return (length == COMPACT) ? List.of(new Piece(Role.MONTH, start, start + 2),
				new Piece(Role.DAY, start + 2, start + 4), new Piece(Role.YEAR, start + 4, start + 8)) : List.of();
	}

	/** {@code 5/19/2024}, {@code 2024-05-19T08:30Z}, {@code Wed, 5/19}. */
	private static List<Piece> numeric(Document document) {
		int first = 0;
		while (first < document.size() && document.kind(first) != TokenKind.NUMBER) {
			first++;
		}
		List<Integer> numbers = new ArrayList<>();
		int at = first;
		while (numbers.size() < 3 && (document.kind(at) == TokenKind.NUMBER || isDayWithTime(document, at, numbers))) {
			numbers.add(at);
			if (!document.joined(at) || document.kind(at + 1) != TokenKind.SYMBOL || !document.joined(at + 1)
					|| document.symbol(at + 1, ':')) {
				break;
			}
			at += 2;
		}
		return switch (numbers.size()) {
			case 2 -> dayOfMonth(document, numbers);
			case 3 -> dayOfYear(document, numbers);
			default -> List.of();
		};
	}

	/** {@code 19T08} of {@code 2024-05-19T08:30Z}. */
	private static boolean isDayWithTime(Document document, int at, List<Integer> before) {
		String folded = document.folded(at);
		return before.size() == 2 && folded.length() > 2 && folded.charAt(2) == 't' && document.digits(at) > 2
				&& Character.isDigit(folded.charAt(0)) && Character.isDigit(folded.charAt(1));
	}

	private static List<Piece> dayOfMonth(Document document, List<Integer> numbers) {
		int a = numbers.get(0);
		int b = numbers.get(1);
		boolean single = document.size() == b + 1 && document.length(a) <= 2 && document.length(b) <= 2;
		return single ? ordered(document, a, b) : List.of();
	}

	private static List<Piece> dayOfYear(Document document, List<Integer> numbers) {
		int a = numbers.get(0);
		int b = numbers.get(1);
		int c = numbers.get(2);
		if (document.length(a) == 4 && document.length(b) <= 2) {
			int day = (document.kind(c) == TokenKind.NUMBER) ? document.length(c) : 2;
			return (day > 2) ? List.of() : List.of(piece(document, Role.YEAR, a), piece(document, Role.MONTH, b),
					new Piece(Role.DAY, document.start(c), document.start(c) + day));
		}
		boolean years = document.kind(c) == TokenKind.NUMBER && (document.length(c) == 4 || document.length(c) == 2);
		if (!years || document.length(a) > 2 || document.length(b) > 2) {
			return List.of();
		}
		List<Piece> pieces = new ArrayList<>(ordered(document, a, b));
		pieces.add(piece(document, (document.length(c) == 4) ? Role.YEAR : Role.SHORT_YEAR, c));
		return pieces;
	}

	/** As it is written in the United States, unless that cannot be. */
	private static List<Piece> ordered(Document document, int a, int b) {
		boolean dayFirst = document.value(a) > 12;
		return List.of(piece(document, dayFirst ? Role.DAY : Role.MONTH, a),
				piece(document, dayFirst ? Role.MONTH : Role.DAY, b));
	}

	private static Piece piece(Document document, Role role, int token) {
		return new Piece(role, document.start(token), document.end(token));
	}

	/**
	 * Write another day in this form.
	 * @param other the day
	 * @return the day as it is written
	 */
	String write(LocalDate other) {
		StringBuilder written = new StringBuilder();
		int from = 0;
		for (Piece piece : this.pieces) {
			written.append(this.text, from, piece.start()).append(piece.write(this.text, other));
			from = piece.end();
			if (piece.role() == Role.DAY && isOrdinal(from)) {
				written.append(ending(other.getDayOfMonth(), this.text.charAt(from)));
				from += 2;
			}
		}
		return written.append(this.text, from, this.text.length()).toString();
	}

	private boolean isOrdinal(int at) {
		return at + 2 <= this.text.length() && Character.isLetter(this.text.charAt(at))
				&& List.of("st", "nd", "rd", "th").contains(this.text.substring(at, at + 2).toLowerCase(Locale.ROOT));
	}

	private static String ending(int day, char like) {
		String ending = switch ((day / 10 == 1) ? 0 : day % 10) {
			case 1 -> "st";
			case 2 -> "nd";
			case 3 -> "rd";
			default -> "th";
		};
		return Character.isUpperCase(like) ? ending.toUpperCase(Locale.ROOT) : ending;
	}

	@Override
	public String toString() {
		return "WrittenDate[REDACTED]";
	}

	/**
	 * What some characters of a date are.
	 */
	private enum Role {

		YEAR, SHORT_YEAR, MONTH, DAY, NAME

	}

	/**
	 * Some characters of a date.
	 */
	private record Piece(Role role, int start, int end) {

		int number(String text) {
			return Integer.parseInt(text, this.start, this.end, 10);
		}

		int month(String text) {
			return WrittenDate.month(text.substring(this.start, this.end).toLowerCase(Locale.ROOT));
		}

		String write(String text, LocalDate date) {
			String before = text.substring(this.start, this.end);
			return switch (this.role) {
				case YEAR -> "%04d".formatted(date.getYear());
				case SHORT_YEAR -> "%02d".formatted(date.getYear() % 100);
				case MONTH -> padded(date.getMonthValue(), before);
				case DAY -> padded(date.getDayOfMonth(), before);
				case NAME -> named(date.getMonthValue(), before);
			};
		}

		private static String padded(int number, String before) {
			return (before.startsWith("0") || before.length() == 2) ? "%02d".formatted(number)
					: Integer.toString(number);
		}

		private static String named(int month, String before) {
			MonthNames names = MonthNames.of(before.toLowerCase(Locale.ROOT));
			return (names != null) ? names.write(month, before) : before;
		}

	}

}
