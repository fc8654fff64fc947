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
 * @param before the window before, or {@code null} if nothing of it is carried over
 */
public record Account(String scope, BudgetWindow.Unit unit, LocalDate start, Instant end, @Nullable Limit limit,
		@Nullable Before before) {

	/**
	 * An account to which nothing is carried over.
	 * @param scope the scope
	 * @param unit how long the window is
	 * @param start the day on which the window began
	 * @param end when the window is over
	 * @param limit what is allowed, or {@code null} if nobody set a limit
	 */
	public Account(String scope, BudgetWindow.Unit unit, LocalDate start, Instant end, @Nullable Limit limit) {
		this(scope, unit, start, end, limit, null);
	}

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
		return key(this.start);
	}

	/**
	 * The name of the counter of the window before.
	 * @return the name; that of this window if nothing is carried over
	 */
	public String keyBefore() {
		return key((this.before != null) ? this.before.start() : this.start);
	}

	private String key(LocalDate day) {
		return this.scope + ":" + this.unit.id() + ":" + day;
	}

	/**
	 * Until when the counter says something of use.
	 * @return the end of the last window that it bears on
	 */
	public Instant lastUse() {
		return (this.before != null) ? this.before.nextEnd() : this.end;
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

	/**
	 * The window before, some of which may be carried over.
	 *
	 * @param start the day on which it began
	 * @param nextEnd when the window after the present one is over, which needs the
	 * present counter
	 * @param mostNanoUsd how much of what it left is carried over, at most
	 * @param counts whether it leaves everything if nobody spent anything in it; it does
	 * not if nothing was to be carried over then
	 */
	public record Before(LocalDate start, Instant nextEnd, long mostNanoUsd, boolean counts) {

	}

}
