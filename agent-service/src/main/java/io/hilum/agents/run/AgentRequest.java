package io.hilum.agents.run;

import java.util.List;

import io.hilum.agents.mandate.RecordAccess;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/**
 * What a client asks an agent.
 *
 * @param turns what was said so far, the question last
 * @param stream whether the answer is streamed
 * @param usage whether a stream ends with counts of tokens
 * @param collections the only collections that may be searched
 * @param identities identifiers that the client names
 * @param record what may be read of the record system, if the client opened a record
 */
public record AgentRequest(List<Turn> turns, boolean stream, boolean usage, List<String> collections,
		ArrayNode identities, @Nullable RecordAccess record) {

	public AgentRequest {
		turns = List.copyOf(turns);
		collections = List.copyOf(collections);
	}

	@Override
	public String toString() {
		return "AgentRequest[turns=" + this.turns.size() + "]";
	}

	/**
	 * What somebody said.
	 *
	 * @param role {@code user} or {@code assistant}
	 * @param text the text
	 */
	public record Turn(String role, PhiText text) {
	}

}
