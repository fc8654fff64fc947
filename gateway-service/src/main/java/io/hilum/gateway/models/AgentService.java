package io.hilum.gateway.models;

import io.hilum.trust.context.ServiceContext;
import reactor.core.publisher.Mono;

/**
 * Agents, as agent-service runs them. Fails with a
 * {@link io.hilum.gateway.problem.GatewayProblem.Unavailable} when it cannot be reached;
 * a refusal is an answer.
 */
@FunctionalInterface
public interface AgentService {

	/**
	 * Ask an agent.
	 * @param call what is asked
	 * @param context on whose behalf
	 * @return the answer
	 */
	Mono<ModelAnswer> run(AgentCall call, ServiceContext context);

}
