package io.hilum.routing.budget;

import io.hilum.routing.problem.RoutingException;
import reactor.core.publisher.Mono;

/**
 * Keeps what was spent and what is set aside. Concurrent requests never set aside more
 * than a hard limit leaves.
 */
public interface BudgetKeeper {

	/**
	 * Set aside what a request can cost at most, or, with fewer output tokens, what the
	 * tightest limit leaves.
	 * @param request what to set aside
	 * @return the hold, or a {@link RoutingException}: a budget does not cover it, or
	 * nobody can say (then nothing may be called)
	 */
	Mono<Hold> hold(HoldRequest request);

	/**
	 * Say what would be set aside for a request, and set nothing aside.
	 * @param request what would be
	 * @return the hold that {@link #hold} would make at this moment, or its problem
	 */
	Mono<Hold> foresee(HoldRequest request);

	/**
	 * Settle a hold with what the request did cost. Only the first call counts; one that
	 * comes after the hold expired corrects the estimate.
	 * @param hold the hold
	 * @param costNanoUsd the cost
	 * @return when it is done
	 */
	Mono<Void> settle(Hold hold, long costNanoUsd);

	/**
	 * Give back what was asked for but not answered, whether it is held, will be or never
	 * was: nothing was called under it, and nothing stays held of it.
	 * @param request what was asked for
	 * @return when it is done
	 */
	Mono<Void> cancel(HoldRequest request);

}
