package io.hilum.routing.plan;

import java.util.List;

import io.hilum.routing.plan.Plan.Exclusion;
import io.hilum.routing.problem.RoutingProblem;

/**
 * What a planner makes of a request.
 */
public sealed interface Decision {

	/**
	 * What is not tried, and why.
	 * @return the deployments that were left out
	 */
	List<Exclusion> excluded();

	/**
	 * A refusal for which no deployment was looked at.
	 * @param problem why
	 * @return the decision
	 */
	static Decision refused(RoutingProblem problem) {
		return new Refused(problem, List.of());
	}

	/**
	 * Something may be tried.
	 *
	 * @param plan what, in which order
	 */
	record Planned(Plan plan) implements Decision {

		@Override
		public List<Exclusion> excluded() {
			return this.plan.excluded();
		}

	}

	/**
	 * Nothing may be tried.
	 *
	 * @param problem what the caller is told
	 * @param excluded what was looked at and left out
	 */
	record Refused(RoutingProblem problem, List<Exclusion> excluded) implements Decision {

		public Refused {
			excluded = List.copyOf(excluded);
		}

	}

}
