package io.hilum.routing.metering;

import io.hilum.routing.problem.RoutingException;
import reactor.core.publisher.Mono;

/**
 * Reports usage so that the death of this process cannot lose it.
 */
public interface UsageReporter {

	/**
	 * Record that a provider is about to be called, and what is reported if this process
	 * dies before it ends.
	 * @param crashed what is reported then
	 * @return ends when the record is safe, on the thread that subscribes or on its event
	 * loop, or with a {@link RoutingException} if it cannot be recorded: nothing may be
	 * called then, and nothing is reported
	 */
	Mono<Void> begin(UsageRecord crashed);

	/**
	 * Report how a request ended that was begun. The record outlives this process when
	 * the call returns.
	 * @param ended what is reported
	 */
	void end(UsageRecord ended);

	/**
	 * Forget a request that was begun, because nobody was called after all.
	 * @param id the id of its record
	 */
	void discard(String id);

}
