package io.hilum.usage.ledger;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What a group of requests used and cost.
 *
 * @param day the day, if grouped by it
 * @param team the team, if grouped by it
 * @param user the subject, if grouped by it
 * @param model the model, if grouped by it
 * @param requests how many requests
 * @param errors how many of them failed
 * @param tokens what they used
 * @param costNanoUsd what they cost in nano-dollars
 */
public record Totals(@Nullable LocalDate day, @Nullable String team, @Nullable String user, @Nullable String model,
		long requests, long errors, Tokens tokens, long costNanoUsd) {

	/**
	 * Nothing.
	 */
	public static final Totals NONE = new Totals(null, null, null, null, 0, 0, Tokens.NONE, 0);

	/**
	 * The sum, of no group.
	 * @param other what to add
	 * @return the sum
	 * @throws ArithmeticException if a sum does not fit
	 */
	public Totals plus(Totals other) {
		return new Totals(null, null, null, null, Math.addExact(this.requests, other.requests),
				Math.addExact(this.errors, other.errors), this.tokens.plus(other.tokens),
				Math.addExact(this.costNanoUsd, other.costNanoUsd));
	}

}
