package io.hilum.gateway.models;

import io.hilum.trust.context.ServiceContext;
import reactor.core.publisher.Mono;

/**
 * Our own tools, as agent-service has them. Fails with a
 * {@link io.hilum.gateway.problem.GatewayProblem.Unavailable} when it cannot be reached;
 * a refusal is an answer.
 */
@FunctionalInterface
public interface ToolService {

	/**
	 * Call a tool by MCP, or ask which there are.
	 * @param message a message of JSON-RPC
	 * @param delegation what lets its steps in again
	 * @param context on whose behalf
	 * @return the answer
	 */
	Mono<ModelAnswer> call(byte[] message, String delegation, ServiceContext context);

}
