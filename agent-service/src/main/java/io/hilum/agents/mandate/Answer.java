package io.hilum.agents.mandate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An answer of the gateway.
 *
 * @param body what it says
 * @param costUsd what it cost, as the gateway writes it
 */
public record Answer(JsonNode body, @Nullable String costUsd) {

	@Override
	public String toString() {
		return "Answer[costUsd=" + this.costUsd + "]";
	}

}
