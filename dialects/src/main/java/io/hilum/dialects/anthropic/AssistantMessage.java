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
		JsonNode thinking = message.take("thinking_blocks");
		for (int i = 0; i < thinking.size(); i++) {
			blocks.add(thinkingBlock(thinking.path(i), message.pathOf("thinking_blocks[" + i + "]")));
		}
		blocks.addAll(ContentParts.texts(message));
		ContentParts.addText(message.take("refusal").asString(""), blocks);
		JsonNode calls = message.take("tool_calls");
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
		boolean redacted = parts.take("type").asString("").equals("redacted_thinking");
		ObjectNode copy = Json.object().put("type", redacted ? "redacted_thinking" : "thinking");
		if (redacted) {
			copy.set("data", parts.take("data"));
		}
		else {
			copy.put("thinking", parts.take("thinking").asString("")).set("signature", signature(parts));
		}
		parts.requireAllRead();
		return copy;
	}

	private static JsonNode signature(RequestFields block) {
		JsonNode signature = block.take("signature");
		if (signature.isMissingNode()) {
			throw block.invalid("signature", block.pathOf("signature") + " is missing: it comes with the thinking");
		}
		return signature;
	}

	private static ObjectNode toolUse(RequestFields call) {
		if (!call.take("type").asString("function").equals("function")) {
			throw call.unsupported("type");
		}
		call.ignore("index");
		RequestFields function = RequestParts.of(call.take("function"), call.pathOf("function"));
		ObjectNode block = Json.object()
			.put("type", "tool_use")
			.put("id", ToolIds.forAnthropic(call.take("id").asString("")))
			.put("name", function.take("name").asString(""));
		block.set("input", input(function));
		CacheControl.copy(call, block);
		call.requireAllRead();
		function.requireAllRead();
		return block;
	}

	private static JsonNode input(RequestFields function) {
		String arguments = function.take("arguments").asString("");
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
