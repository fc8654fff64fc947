package io.hilum.usage.ledger;

import java.util.List;

/**
 * Why a deployment was chosen.
 *
 * @param strategy the strategy of the model
 * @param candidates the deployments that could serve, best first
 * @param excluded the deployments that could not
 */
public record RoutingDecision(String strategy, List<Candidate> candidates, List<Exclusion> excluded) {

	public RoutingDecision {
		Bounds.required(strategy);
		candidates = Bounds.list(candidates);
		excluded = Bounds.list(excluded);
	}

	/**
	 * A deployment that could serve.
	 *
	 * @param deployment the deployment
	 * @param rank its place, from 1
	 * @param reason why there
	 */
	public record Candidate(String deployment, int rank, String reason) {

		public Candidate {
			Bounds.required(deployment, reason);
		}

	}

	/**
	 * A deployment that could not serve.
	 *
	 * @param deployment the deployment
	 * @param reason why not
	 */
	public record Exclusion(String deployment, String reason) {

		public Exclusion {
			Bounds.required(deployment, reason);
		}

	}

}
