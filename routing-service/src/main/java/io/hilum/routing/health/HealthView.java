package io.hilum.routing.health;

/**
 * Which deployments may be called, as a planner sees it.
 */
@FunctionalInterface
public interface HealthView {

	/**
	 * Whether a deployment would be called now.
	 * @param deployment the id of the deployment
	 * @return how it stands
	 */
	Standing of(String deployment);

}
