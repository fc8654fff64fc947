package io.hilum.gateway.phi;

import io.hilum.trust.context.ServiceContext;
import reactor.core.publisher.Mono;

/**
 * Takes identifiers out of texts. When it cannot, it fails with a
 * {@link io.hilum.gateway.problem.GatewayProblem.Unavailable}, and nothing may leave.
 */
@FunctionalInterface
public interface PhiScrubber {

	/**
	 * Take identifiers out of texts.
	 * @param context on whose behalf, and in which conversation
	 * @param order the texts, and what is done to identifiers in them
	 * @return the outcome
	 */
	Mono<ScrubOutcome> scrub(ServiceContext context, ScrubOrder order);

}
