package io.hilum.routing.health;

/**
 * Tells the other replicas. Returns at once, and may fail to deliver.
 */
@FunctionalInterface
public interface HealthTeller {

	/**
	 * Tell the others.
	 * @param news what was found out
	 */
	void tell(HealthNews news);

}
