package io.hilum.agents.tool;

import java.util.List;

import io.hilum.agents.evidence.Source;
import tools.jackson.databind.JsonNode;

/**
 * What a tool says.
 *
 * @param content what the model is shown
 * @param sources the texts in it that may be cited
 */
public record ToolResult(JsonNode content, List<Source> sources) {

	public ToolResult {
		sources = List.copyOf(sources);
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
