package io.hilum.agents.pseudonym;

import io.hilum.agents.mandate.Mandate;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Puts pseudonyms in the place of identifiers: those of the run's conversation, as its
 * model knows them.
 */
@FunctionalInterface
public interface Pseudonyms {

	/**
	 * Put pseudonyms into a value.
	 * @param value the value
	 * @param mandate on whose behalf
	 * @param identities identifiers that are known, as the gateway takes them
	 * @return the value without identifiers, an
	 * {@link io.hilum.agents.problem.AgentProblem} if they could not be taken out, or a
	 * {@link io.hilum.agents.tool.ToolRefusal} if they cannot be
	 */
	Mono<JsonNode> in(JsonNode value, Mandate mandate, ArrayNode identities);

}
