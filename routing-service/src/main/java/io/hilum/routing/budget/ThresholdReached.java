package io.hilum.routing.budget;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Spending has reached a share of a limit for the first time in a window. Told at least
 * once; the id is the same each time.
 *
 * @param budget the scope, as {@code team:cardiology}
 * @param unit how long the window is
 * @param start the day on which the window began
 * @param percent the share, in percent
 * @param limitNanoUsd what may be spent in the window, with what was carried over to it,
 * in nano-dollars
 * @param spentNanoUsd what was spent by then, in nano-dollars
 * @param hard whether the limit refuses requests
 * @param time when it was reached
 */
public record ThresholdReached(String budget, BudgetWindow.Unit unit, LocalDate start, int percent, long limitNanoUsd,
		long spentNanoUsd, boolean hard, Instant time) {

	/**
	 * The id of the event.
	 * @return the same for the same threshold of the same limit in the same window
	 */
	public String id() {
		String name = String.join("|", this.budget, this.unit.id(), this.start.toString(),
				Integer.toString(this.percent), Long.toString(this.limitNanoUsd));
		return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
	}

	/**
	 * What kind of scope it is.
	 * @return such as {@code team}
	 */
	public String kind() {
		int colon = this.budget.indexOf(':');
		return (colon < 0) ? this.budget : this.budget.substring(0, colon);
	}

}
