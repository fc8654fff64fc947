package io.hilum.dialects.bedrock;

import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model's thoughts, which it takes back only as it gave them: {@code thinking_blocks}
 * in Anthropic's form to {@code reasoningContent} and back.
 */
final class ThinkingBlocks {

	private ThinkingBlocks() {
	}

	/**
	 * Read the thoughts of a message that a client sends back.
	 * @param message the message
	 * @return blocks {@code reasoningContent}
	 */
	static ArrayNode read(RequestFields message) {
		ArrayNode blocks = Json.mapper().createArrayNode();
		for (JsonNode thought : message.take("thinking_blocks")) {
			ObjectNode content = blocks.addObject().putObject("reasoningContent");
			switch (thought.path("type").asString("")) {
				case "thinking" -> copy(thought, "signature",
						content.putObject("reasoningText").put("text", thought.path("thinking").asString("")));
				case "redacted_thinking" -> content.put("redactedContent", thought.path("data").asString(""));
				default -> throw message.unsupported("thinking_blocks");
			}
		}
		return blocks;
	}

	/**
	 * Tell a client a thought.
	 * @param reasoning the content of a block {@code reasoningContent}
	 * @return Anthropic's form
	 */
	static ObjectNode tell(JsonNode reasoning) {
		if (reasoning.has("redactedContent")) {
			return Json.object()
				.put("type", "redacted_thinking")
				.put("data", reasoning.path("redactedContent").asString(""));
		}
		JsonNode text = reasoning.path("reasoningText");
		return copy(text, "signature",
				Json.object().put("type", "thinking").put("thinking", text.path("text").asString("")));
	}

	private static ObjectNode copy(JsonNode from, String name, ObjectNode to) {
		if (from.path(name).isString()) {
			to.set(name, from.path(name));
		}
		return to;
	}

}
