package io.hilum.routing.budget;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The counter of a scope in one window.
 *
 * @param scope the scope, as {@code team:cardiology}
 * @param unit how long the window is
 * @param start the day on which the window began
 * @param end when the window is over
 * @param limit what is allowed, or {@code null} if nobody set a limit
 */
public record Account(String scope, BudgetWindow.Unit unit, LocalDate start, Instant end, @Nullable Limit limit) {

	/**
	 * Whether the account refuses what it does not cover.
	 * @return {@code true} if it has a hard limit
	 */
	public boolean refuses() {
		return this.limit != null && this.limit.hard();
	}

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

	/**
	 * What an account may spend in a window.
	 *
	 * @param nanoUsd the limit in nano-dollars
	 * @param hard whether it refuses, or is only watched
	 * @param warnAtPercent at which shares of it a warning is given, in percent
	 */
	public record Limit(long nanoUsd, boolean hard, List<Integer> warnAtPercent) {

		public Limit {
			warnAtPercent = List.copyOf(warnAtPercent);
		}

	}

}
