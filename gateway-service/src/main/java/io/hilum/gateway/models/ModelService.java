package io.hilum.gateway.models;

import java.util.Map;

import io.hilum.gateway.arrival.Arrival;
import io.hilum.trust.context.ServiceContext;
import reactor.core.publisher.Mono;

/**
 * Completions and models. Fails with a
 * {@link io.hilum.gateway.problem.GatewayProblem.Unavailable} when it cannot be reached;
 * a refusal is an answer.
 */
public interface ModelService {

	/**
	 * Ask a model.
	 * @param endpoint what for
	 * @param context on whose behalf, and in which state the text is
	 * @param phiCounts how many identifiers of each type were replaced
	 * @param body the request in the form of the endpoint
	 * @param arrival how the client wants the answer
	 * @return the answer
	 */
	Mono<ModelAnswer> complete(Endpoint endpoint, ServiceContext context, Map<String, Integer> phiCounts, byte[] body,
			Arrival arrival);

	/**
	 * List the models.
	 * @param context on whose behalf
	 * @return the answer
	 */
	Mono<ModelAnswer> models(ServiceContext context);

}
