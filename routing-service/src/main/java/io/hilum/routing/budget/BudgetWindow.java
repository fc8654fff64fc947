package io.hilum.routing.budget;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
	 * When the window of a time is over.
	 * @param time the time
	 * @return its end
	 */
	public Instant end(Instant time) {
		LocalDate start = start(time);
		LocalDate next = switch (this.unit) {
			case DAY -> start.plusDays(1);
			case WEEK -> start.plusWeeks(1);
			case MONTH -> start.plusMonths(1);
			case YEAR -> start.plusYears(1);
		};
		return next.atStartOfDay(this.zone).toInstant();
	}

	/**
	 * How long a window is.
	 */
	public enum Unit {

		DAY, WEEK, MONTH, YEAR;

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
