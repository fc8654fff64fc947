package io.hilum.routing.budget;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The counter of a scope in one window.
 *
 * @param scope the scope, as {@code team:cardiology}
 * @param unit how long the window is
 * @param start the day on which the window began
 * @param end when the window is over
 * @param hardLimitNanoUsd the limit, or -1 if there is none that refuses
 */
public record Account(String scope, BudgetWindow.Unit unit, LocalDate start, Instant end, long hardLimitNanoUsd) {

	/**
	 * The name of the counter.
	 * @return the name
	 */
	public String key() {
		return this.scope + ":" + this.unit.id() + ":" + this.start;
	}

	/**
	 * The kind of the scope, which a client may be told.
	 * @return such as {@code team}
	 */
	public String kind() {
		int colon = this.scope.indexOf(':');
		return (colon < 0) ? this.scope : this.scope.substring(0, colon);
	}

}
