package io.hilum.usage.budget;

import io.hilum.usage.ledger.NanoUsd;

/**
 * A budget as those see it whom it limits.
 *
 * @param id what is limited
 * @param limitUsd the limit in dollars
 * @param limitNanoUsd the limit in nano-dollars
 * @param window how long it lasts
 * @param timeZone the time zone in which windows begin
 * @param mode hard or soft
 * @param rollOverUsd how much of what is unspent is carried over at most, in dollars
 * @param rollOverNanoUsd the same in nano-dollars
 */
public record BudgetLimit(String id, String limitUsd, long limitNanoUsd, String window, String timeZone, String mode,
		String rollOverUsd, long rollOverNanoUsd) {

	/**
	 * What a budget limits.
	 * @param budget the budget
	 * @return the limit
	 */
	public static BudgetLimit of(Budget budget) {
		return new BudgetLimit(budget.id(), NanoUsd.format(budget.limitNanoUsd()), budget.limitNanoUsd(),
				budget.window(), budget.timeZone(), budget.mode(), NanoUsd.format(budget.rollOverNanoUsd()),
				budget.rollOverNanoUsd());
	}

}
