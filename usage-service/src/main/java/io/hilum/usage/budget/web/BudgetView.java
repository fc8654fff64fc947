package io.hilum.usage.budget.web;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hilum.usage.budget.Budget;
import io.hilum.usage.ledger.NanoUsd;
import org.jspecify.annotations.Nullable;

/**
 * A budget as administrators see it.
 *
 * @param id what is limited
 * @param inForce whether the other services know it, in the answer to a change
 * @param limitUsd the limit in dollars
 * @param limitNanoUsd the limit in nano-dollars
 * @param window how long a limit lasts
 * @param timeZone the time zone in which windows begin
 * @param mode hard or soft
 * @param warnAtPercent at which shares of the limit a warning is told, in percent
 * @param rollOverUsd how much of what is unspent is carried over at most, in dollars
 * @param rollOverNanoUsd the same in nano-dollars
 * @param changedAt when it was set
 * @param changedBy who set it
 */
record BudgetView(String id, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean inForce, String limitUsd,
		long limitNanoUsd, String window, String timeZone, String mode, List<Integer> warnAtPercent, String rollOverUsd,
		long rollOverNanoUsd, Instant changedAt, String changedBy) {

	static BudgetView of(Budget budget, @Nullable Boolean inForce) {
		return new BudgetView(budget.id(), inForce, NanoUsd.format(budget.limitNanoUsd()), budget.limitNanoUsd(),
				budget.window(), budget.timeZone(), budget.mode(), budget.warnAtPercent(),
				NanoUsd.format(budget.rollOverNanoUsd()), budget.rollOverNanoUsd(), budget.changedAt(),
				budget.changedBy());
	}

}
