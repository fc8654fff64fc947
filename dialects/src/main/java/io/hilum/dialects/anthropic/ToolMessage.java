package io.hilum.dialects.anthropic;

import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The result of one tool call, which the id of the call belongs to and nothing else: not
 * its place, not the tool's name.
 */
final class ToolMessage {

	private ToolMessage() {
	}

	static ArrayNode blocks(RequestFields message) {
		message.ignore("name");
		ObjectNode result = Json.object()
			.put("type", "tool_result")
			.put("tool_use_id", ToolIds.forAnthropic(RequestParts.text(message, "tool_call_id")));
		ArrayNode content = ContentParts.blocks(message);
		if (!content.isEmpty()) {
			result.set("content", content);
		}
		return Json.mapper().createArrayNode().add(result);
	}

}
