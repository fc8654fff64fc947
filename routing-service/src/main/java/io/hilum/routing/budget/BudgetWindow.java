package io.hilum.routing.budget;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * A stretch of the calendar, in the time zone of whoever pays.
 *
 * @param unit how long it is
 * @param zone the time zone
 */
public record BudgetWindow(Unit unit, ZoneId zone) {

	/**
	 * The day on which the window of a time begins.
	 * @param time the time
	 * @return the day
	 */
	public LocalDate start(Instant time) {
		LocalDate day = LocalDate.ofInstant(time, this.zone);
		return switch (this.unit) {
			case DAY -> day;
			case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
			case MONTH -> day.withDayOfMonth(1);
			case YEAR -> day.withDayOfYear(1);
		};
	}

	/**
	 * When the window of a time began.
	 * @param time the time
	 * @return its first instant
	 */
	public Instant begin(Instant time) {
		return start(time).atStartOfDay(this.zone).toInstant();
	}

	/**
	 * When the window of a time is over.
	 * @param time the time
	 * @return its end
	 */
	public Instant end(Instant time) {
		return start(time).plus(1, this.unit.length).atStartOfDay(this.zone).toInstant();
	}

	/**
	 * The day on which the window before that of a time began.
	 * @param time the time
	 * @return the day
	 */
	public LocalDate startBefore(Instant time) {
		return start(time).minus(1, this.unit.length);
	}

	/**
	 * How long a window is.
	 */
	public enum Unit {

		DAY(ChronoUnit.DAYS), WEEK(ChronoUnit.WEEKS), MONTH(ChronoUnit.MONTHS), YEAR(ChronoUnit.YEARS);

		private final ChronoUnit length;

		Unit(ChronoUnit length) {
			this.length = length;
		}

		/**
		 * The unit of a name in an event.
		 * @param name the name, such as {@code month}
		 * @return the unit
		 */
		public static Unit parse(String name) {
			return valueOf(name.toUpperCase(Locale.ROOT));
		}

		/**
		 * The name in an event.
		 * @return the name
		 */
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
