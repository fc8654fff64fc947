package io.hilum.gateway.models;

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
	 * @param call what is asked
	 * @param context on whose behalf, and in which state the text is
	 * @return the answer
	 */
	Mono<ModelAnswer> complete(ModelCall call, ServiceContext context);

	/**
	 * Ask for a response that a provider keeps.
	 * @param call what is asked
	 * @param context on whose behalf
	 * @return the answer
	 */
	Mono<ModelAnswer> kept(KeptCall call, ServiceContext context);

	/**
	 * List the models.
	 * @param context on whose behalf
	 * @return the answer
	 */
	Mono<ModelAnswer> models(ServiceContext context);

}
