package io.hilum.routing.metering;

import io.hilum.routing.problem.RoutingException;

/**
 * Reports usage so that the death of this process cannot lose it. Calls return when the
 * record is safe.
 */
public interface UsageReporter {

	/**
	 * Record that a provider is about to be called, and what is reported if this process
	 * dies before it ends.
	 * @param crashed what is reported then
	 * @throws RoutingException if it cannot be recorded; nothing may be called then
	 */
	void begin(UsageRecord crashed);

	/**
	 * Report how a request ended that was begun.
	 * @param ended what is reported
	 */
	void end(UsageRecord ended);

	/**
	 * Forget a request that was begun, because nobody was called after all.
	 * @param id the id of its record
	 */
	void discard(String id);

}
