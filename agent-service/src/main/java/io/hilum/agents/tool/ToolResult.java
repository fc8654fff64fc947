package io.hilum.agents.tool;

import java.util.List;

import io.hilum.agents.evidence.Identity;
import io.hilum.agents.evidence.Source;
import tools.jackson.databind.JsonNode;

/**
 * What a tool says.
 *
 * @param content what the model is shown
 * @param sources the texts in it that may be cited
 * @param identities identifiers of people that are known to be in it
 */
public record ToolResult(JsonNode content, List<Source> sources, List<Identity> identities) {

	public ToolResult {
		sources = List.copyOf(sources);
		identities = List.copyOf(identities);
	}

	/**
	 * A result in which no identifier is known for sure.
	 * @param content what the model is shown
	 * @param sources the texts in it that may be cited
	 */
	public ToolResult(JsonNode content, List<Source> sources) {
		this(content, sources, List.of());
	}

	/**
	 * A result that is no text of the record.
	 * @param content what the model is shown
	 * @return the result
	 */
	public static ToolResult of(JsonNode content) {
		return new ToolResult(content, List.of());
	}

	@Override
	public String toString() {
		return "ToolResult[sources=" + this.sources.size() + "]";
	}

}
