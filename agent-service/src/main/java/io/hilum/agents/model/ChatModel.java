package io.hilum.agents.model;

import io.hilum.agents.mandate.Mandate;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;

/**
 * Asks the model of a mandate. Fails with an
 * {@link io.hilum.agents.problem.AgentProblem}.
 */
@FunctionalInterface
public interface ChatModel {

	/**
	 * Ask it.
	 * @param mandate on whose behalf
	 * @param messages what was said so far
	 * @param tools what it may call
	 * @param identities identifiers that the client names, to be taken out with the rest
	 * @return what it says
	 */
	Mono<Reply> ask(Mandate mandate, ArrayNode messages, ArrayNode tools, ArrayNode identities);

}
