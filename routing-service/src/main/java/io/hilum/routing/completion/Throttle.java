package io.hilum.routing.completion;

import java.time.Duration;

import io.hilum.routing.catalogue.RateLimit;
import io.hilum.routing.load.ModelLimits;
import io.hilum.routing.plan.Plan;
import io.hilum.routing.problem.RoutingException;
import io.hilum.routing.problem.RoutingProblem;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what is asked of a model above its limit, before anything is held for it.
 */
final class Throttle {

	private final ModelLimits limits;

	Throttle(ModelLimits limits) {
		this.limits = limits;
	}

	/**
	 * Let a journey begin.
	 * @param journey the journey, which must {@link #leave} if it may
	 * @throws RoutingException if there is no room
	 */
	void enter(Journey journey) {
		RateLimit limit = journey.plan().model().limit();
		Duration pause = (limit != null) ? this.limits.tryUse(limit, likely(journey)) : null;
		if (pause != null) {
			throw new RoutingException(new RoutingProblem.ModelLimited(journey.plan().model().name(), pause));
		}
	}

	/**
	 * Say whether there is room for a plan, and take none.
	 * @param plan the plan
	 * @return why there is none, or {@code null}
	 */
	@Nullable RoutingProblem look(Plan plan) {
		RateLimit limit = plan.model().limit();
		Duration pause = (limit != null) ? this.limits.look(limit, plan.request().size().tokens()) : null;
		return (pause != null) ? new RoutingProblem.ModelLimited(plan.model().name(), pause) : null;
	}

	/**
	 * A journey is over. What was known, refused or failed used no tokens of the model.
	 * @param journey the journey
	 */
	void leave(Journey journey) {
		RateLimit limit = journey.plan().model().limit();
		if (limit != null) {
			long used = (journey.admission() != null) ? journey.usedTokens() : 0;
			this.limits.giveBack(limit, likely(journey) - used);
		}
	}

	private static long likely(Journey journey) {
		return journey.plan().request().size().tokens();
	}

}
