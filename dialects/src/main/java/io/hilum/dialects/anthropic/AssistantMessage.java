package io.hilum.dialects.anthropic;

import java.nio.charset.StandardCharsets;

import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the model said before: its thinking, its text, its tool calls, in this order.
 */
final class AssistantMessage {

	private AssistantMessage() {
	}

	static ArrayNode blocks(RequestFields message) {
		ArrayNode blocks = Json.mapper().createArrayNode();
		JsonNode thinking = message.takeList("thinking_blocks");
		for (int i = 0; i < thinking.size(); i++) {
			blocks.add(thinkingBlock(thinking.path(i), message.pathOf("thinking_blocks[" + i + "]")));
		}
		blocks.addAll(ContentParts.texts(message));
		ContentParts.addText(message.takeText("refusal").asString(""), blocks);
		JsonNode calls = message.takeList("tool_calls");
		for (int i = 0; i < calls.size(); i++) {
			blocks.add(toolUse(RequestParts.of(calls.path(i), message.pathOf("tool_calls[" + i + "]"))));
		}
		// Anthropic reads reasoning only from blocks that carry its signature.
		message.ignore("reasoning_content", "annotations");
		return blocks;
	}

	/** The index is what streams number blocks by; Anthropic does not take it back. */
	private static ObjectNode thinkingBlock(JsonNode block, String path) {
		RequestFields parts = RequestParts.of(block, path);
		parts.ignore("index");
		String type = parts.takeText("type").asString("");
		ObjectNode copy = Json.object().put("type", type);
		switch (type) {
			case "thinking" -> copy.put("thinking", parts.takeText("thinking").asString(""))
				.put("signature", RequestParts.text(parts, "signature"));
			case "redacted_thinking" -> copy.put("data", RequestParts.text(parts, "data"));
			default -> throw parts.unsupported("type");
		}
		parts.requireAllRead();
		return copy;
	}

	private static ObjectNode toolUse(RequestFields call) {
		if (!call.takeText("type").asString("function").equals("function")) {
			throw call.unsupported("type");
		}
		call.ignore("index");
		RequestFields function = RequestParts.of(call.take("function"), call.pathOf("function"));
		ObjectNode block = Json.object()
			.put("type", "tool_use")
			.put("id", ToolIds.forAnthropic(RequestParts.text(call, "id")))
			.put("name", RequestParts.text(function, "name"));
		block.set("input", input(function));
		CacheControl.copy(call, block);
		call.requireAllRead();
		function.requireAllRead();
		return block;
	}

	private static JsonNode input(RequestFields function) {
		String arguments = function.takeText("arguments").asString("");
		if (arguments.isBlank()) {
			return Json.object();
		}
		JsonNode input = Json.readLeniently(arguments.getBytes(StandardCharsets.UTF_8));
		if (!input.isObject()) {
			throw function.invalid("arguments", function.pathOf("arguments") + " must be a JSON object");
		}
		return input;
	}

}
