package io.hilum.gateway.models;

import io.hilum.trust.context.ServiceContext;
import reactor.core.publisher.Mono;

/**
 * What routing-service tells administrators. Fails with a
 * {@link io.hilum.gateway.problem.GatewayProblem.Unavailable} when it cannot be reached;
 * a refusal is an answer.
 */
public interface CatalogueService {

	/**
	 * Look at the catalogue as it runs.
	 * @param context who asks
	 * @return the answer
	 */
	Mono<ModelAnswer> catalogue(ServiceContext context);

	/**
	 * Find out what would become of a request behind this gateway.
	 * @param supposed the request, as routing-service's contract has it
	 * @param context who asks
	 * @return the answer
	 */
	Mono<ModelAnswer> simulate(byte[] supposed, ServiceContext context);

}
