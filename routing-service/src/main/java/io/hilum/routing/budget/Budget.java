package io.hilum.routing.budget;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How much a scope may spend in a window.
 *
 * @param id the scope, as {@code team:cardiology}
 * @param version grows with each change; a reader never goes back
 * @param window the window
 * @param limitNanoUsd the limit in nano-dollars
 * @param hard whether the limit refuses requests, or is only watched
 * @param warnAtPercent at which shares of the limit a warning is given, in percent
 * @param rollOver what a window leaves to the next one, or {@code null} for nothing
 */
public record Budget(String id, long version, BudgetWindow window, long limitNanoUsd, boolean hard,
		List<Integer> warnAtPercent, @Nullable RollOver rollOver) {

	public Budget {
		warnAtPercent = List.copyOf(warnAtPercent);
	}

	/**
	 * A budget that leaves nothing to the next window.
	 * @param id the scope
	 * @param version grows with each change
	 * @param window the window
	 * @param limitNanoUsd the limit in nano-dollars
	 * @param hard whether the limit refuses requests
	 * @param warnAtPercent at which shares of the limit a warning is given
	 */
	public Budget(String id, long version, BudgetWindow window, long limitNanoUsd, boolean hard,
			List<Integer> warnAtPercent) {
		this(id, version, window, limitNanoUsd, hard, warnAtPercent, null);
	}

	/**
	 * A budget that warns of nothing.
	 * @param id the scope
	 * @param version grows with each change
	 * @param window the window
	 * @param limitNanoUsd the limit in nano-dollars
	 * @param hard whether the limit refuses requests
	 */
	public Budget(String id, long version, BudgetWindow window, long limitNanoUsd, boolean hard) {
		this(id, version, window, limitNanoUsd, hard, List.of());
	}

	/**
	 * What a window leaves to the next one.
	 *
	 * @param mostNanoUsd how much of what is unspent goes on, at most
	 * @param since when that came into force: a window before it that nobody spent
	 * anything in leaves nothing
	 */
	public record RollOver(long mostNanoUsd, Instant since) {

	}

}
