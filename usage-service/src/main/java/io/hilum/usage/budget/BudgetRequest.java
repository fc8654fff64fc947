package io.hilum.usage.budget;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

import io.hilum.usage.ledger.NanoUsd;
import io.hilum.usage.problem.UsageProblem;
import org.jspecify.annotations.Nullable;

/**
 * What a budget is to be. Each amount is given either in dollars or in nano-dollars.
 *
 * @param limitUsd the limit in dollars, as a decimal string
 * @param limitNanoUsd the limit in nano-dollars
 * @param window how long a limit lasts
 * @param timeZone the time zone in which windows begin
 * @param mode hard or soft
 * @param warnAtPercent at which shares of the limit a warning is told, in percent
 * @param rollOverUsd how much of what is unspent is carried over at most, in dollars
 * @param rollOverNanoUsd the same in nano-dollars
 */
public record BudgetRequest(@Nullable String limitUsd, @Nullable Long limitNanoUsd, @Nullable String window,
		@Nullable String timeZone, @Nullable String mode, @Nullable List<Integer> warnAtPercent,
		@Nullable String rollOverUsd, @Nullable Long rollOverNanoUsd) {

	/**
	 * The budget that is wanted.
	 * @param id what is limited
	 * @param now the time
	 * @param by who wants it
	 * @return the budget
	 */
	public Budget of(String id, Instant now, String by) {
		Instant at = now.truncatedTo(ChronoUnit.MILLIS);
		long rollOver = (this.rollOverUsd == null && this.rollOverNanoUsd == null) ? 0
				: amount("rollOver", this.rollOverUsd, this.rollOverNanoUsd);
		return new Budget(id, Objects.requireNonNullElse(this.window, "month"),
				Objects.requireNonNullElse(this.timeZone, "UTC"), amount("limit", this.limitUsd, this.limitNanoUsd),
				Objects.requireNonNullElse(this.mode, "hard"),
				Objects.requireNonNullElse(this.warnAtPercent, Budget.USUAL_WARNINGS), rollOver,
				(rollOver > 0) ? at : null, at, by);
	}

	private static long amount(String name, @Nullable String usd, @Nullable Long nanoUsd) {
		if ((usd == null) == (nanoUsd == null)) {
			throw new UsageProblem.Invalid(name + "Usd", "Expected either " + name + "Usd or " + name + "NanoUsd");
		}
		if (nanoUsd != null) {
			return nanoUsd;
		}
		try {
			return NanoUsd.parse(Objects.requireNonNull(usd));
		}
		catch (ArithmeticException | NumberFormatException ex) {
			throw new UsageProblem.Invalid(name + "Usd",
					"Expected dollars with at most nine decimals, such as \"50.00\"");
		}
	}

}
