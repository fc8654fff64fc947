package io.hilum.routing.budget;

import java.util.List;

/**
 * How much a scope may spend in a window.
 *
 * @param id the scope, as {@code team:cardiology}
 * @param version grows with each change; a reader never goes back
 * @param window the window
 * @param limitNanoUsd the limit in nano-dollars
 * @param hard whether the limit refuses requests, or is only watched
 * @param warnAtPercent at which shares of the limit a warning is given, in percent
 */
public record Budget(String id, long version, BudgetWindow window, long limitNanoUsd, boolean hard,
		List<Integer> warnAtPercent) {

	public Budget {
		warnAtPercent = List.copyOf(warnAtPercent);
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

}
