package io.hilum.routing.plan;

import io.hilum.routing.catalogue.Deployment;

/**
 * Where a planner learns how deployments are.
 */
@FunctionalInterface
public interface SignalSource {

	/**
	 * All deployments are well and idle.
	 */
	SignalSource ALL_WELL = (deployment, size) -> Signals.NONE;

	/**
	 * What is known of a deployment.
	 * @param deployment the deployment
	 * @param size how large the request is
	 * @return what is known
	 */
	Signals of(Deployment deployment, PlanRequest.Size size);

}
