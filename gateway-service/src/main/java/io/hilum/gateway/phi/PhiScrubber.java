package io.hilum.gateway.phi;

import java.util.List;

import io.hilum.gateway.policy.PhiMode;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.text.PhiText;
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
	 * @param mode what is done to identifiers
	 * @param texts the texts
	 * @return the outcome
	 */
	Mono<ScrubOutcome> scrub(ServiceContext context, PhiMode mode, List<PhiText> texts);

}
