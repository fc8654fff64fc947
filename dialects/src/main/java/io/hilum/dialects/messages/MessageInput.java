package io.hilum.dialects.messages;

import io.hilum.dialects.UntranslatableException;
import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The messages of a request as messages of a chat. A message of the user with results of
 * tools is several there. Created per request and not thread-safe.
 */
final class MessageInput {

	private final ArrayNode messages = Json.mapper().createArrayNode();

	private final boolean keepsThinking;

	private MessageInput(boolean keepsThinking) {
		this.keepsThinking = keepsThinking;
	}

	static ArrayNode messages(JsonNode system, JsonNode messages, boolean keepsThinking) {
		MessageInput read = new MessageInput(keepsThinking);
		if (!system.isEmpty() || (system.isString() && !system.asString().isEmpty())) {
			read.messages.addObject().put("role", "system").set("content", MessageParts.of(system, "system"));
		}
		if (!messages.isArray() || messages.isEmpty()) {
			throw new UntranslatableException("messages", "The field messages must be a list of messages");
		}
		for (int i = 0; i < messages.size(); i++) {
			read.message(messages.path(i), "messages[" + i + "].content");
		}
		return read.messages;
	}

	private void message(JsonNode message, String path) {
		JsonNode content = message.path("content");
		String role = message.path("role").asString("user");
		if (!content.isArray()) {
			this.messages.addObject().put("role", role).set("content", content);
		}
		else if ("assistant".equals(role)) {
			assistant(content, path);
		}
		else {
			user(role, content, path);
		}
	}

	private void user(String role, JsonNode content, String path) {
		ArrayNode parts = Json.mapper().createArrayNode();
		for (int i = 0; i < content.size(); i++) {
			JsonNode block = content.path(i);
			String at = path + "[" + i + "]";
			if ("tool_result".equals(block.path("type").asString(""))) {
				result(block, at);
			}
			else {
				MessageParts.add(block, at, parts);
			}
		}
		if (!parts.isEmpty()) {
			this.messages.addObject().put("role", role).set("content", MessageParts.simplest(parts));
		}
	}

	private void result(JsonNode block, String path) {
		ObjectNode message = this.messages.addObject().put("role", "tool");
		message.set("tool_call_id", block.path("tool_use_id"));
		JsonNode content = block.path("content");
		if (content.isMissingNode() || content.isNull()) {
			message.put("content", "");
			return;
		}
		message.set("content", MessageParts.of(content, path + ".content"));
	}

	private void assistant(JsonNode content, String path) {
		ObjectNode message = this.messages.addObject().put("role", "assistant");
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < content.size(); i++) {
			JsonNode block = content.path(i);
			switch (block.path("type").asString("")) {
				case "text" -> text.append(block.path("text").asString(""));
				case "tool_use" -> call(block, message);
				case "thinking", "redacted_thinking" -> thought(block, message);
				default -> throw MessageParts.unsupported(block, path + "[" + i + "]");
			}
		}
		if (!text.isEmpty() || !message.has("tool_calls")) {
			message.put("content", text.toString());
		}
	}

	private static void call(JsonNode block, ObjectNode message) {
		ObjectNode call = message.withArray("tool_calls").addObject();
		call.set("id", block.path("id"));
		ObjectNode function = call.put("type", "function").putObject("function");
		function.set("name", block.path("name"));
		JsonNode input = block.path("input");
		function.put("arguments", input.isMissingNode() ? "{}" : Json.mapper().writeValueAsString(input));
	}

	private void thought(JsonNode block, ObjectNode message) {
		if (this.keepsThinking) {
			message.withArray("thinking_blocks").add(block);
		}
	}

}
