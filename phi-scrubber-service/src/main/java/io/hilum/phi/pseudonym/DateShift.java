package io.hilum.phi.pseudonym;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Moves the dates of one scope by a number of weeks that nobody else knows: five weeks to
 * two years, forth or back. All move alike, so intervals stay, and weekdays too.
 */
public final class DateShift {

	private static final int FEWEST = 5;

	private static final int MOST = 104;

	private final int weeks;

	private final LocalDate today;

	private DateShift(int weeks, LocalDate today) {
		this.weeks = weeks;
		this.today = today;
	}

	/**
	 * The shift of a scope.
	 * @param key the key of the scope
	 * @param today what tells the year of a date without one, and the century of a year
	 * of two digits
	 * @return the shift
	 */
	public static DateShift of(PseudonymKey key, LocalDate today) {
		String code = key.code("DATE_SHIFT", "weeks");
		long bits = 0;
		for (int i = 0; i < code.length() / 2; i++) {
			bits = bits * PseudonymKey.ALPHABET.length() + PseudonymKey.ALPHABET.indexOf(code.charAt(i));
		}
		int step = (int) Math.floorMod(bits, 2L * (MOST - FEWEST + 1));
		int weeks = FEWEST + step / 2;
		return new DateShift((step % 2 == 0) ? weeks : -weeks, today);
	}

	/**
	 * Move a date.
	 * @param surface the date as it is written
	 * @return the moved date as written, with what else can be told of it; nothing if it
	 * is no single day
	 */
	public Optional<Moved> move(String surface) {
		return WrittenDate.parse(surface, this.today).map((written) -> {
			LocalDate moved = written.date().plusWeeks(this.weeks);
			return new Moved(written.write(moved), written.date(), moved, written.hasYear());
		});
	}

	@Override
	public String toString() {
		return "DateShift[REDACTED]";
	}

	/**
	 * A date that was moved. It prints nothing.
	 *
	 * @param surface the moved date, in the form in which the other was written
	 * @param from the day that it was
	 * @param to the day that it became
	 * @param full whether its year was written
	 */
	public record Moved(String surface, LocalDate from, LocalDate to, boolean full) {

		@Override
		public String toString() {
			return "Moved[REDACTED]";
		}

	}

}
