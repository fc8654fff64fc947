package io.hilum.gateway.knowledge;

import java.util.List;

import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.text.PhiText;
import reactor.core.publisher.Mono;

/**
 * Finds passages in collections that the caller may read.
 */
@FunctionalInterface
public interface Retriever {

	/**
	 * Find passages.
	 * @param context on whose behalf
	 * @param collections where to look
	 * @param query what to look for
	 * @return the passages, best first, or a
	 * {@link io.hilum.gateway.problem.GatewayProblem}
	 */
	Mono<List<Passage>> search(ServiceContext context, List<String> collections, PhiText query);

}
