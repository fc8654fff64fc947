package io.hilum.dialects.bedrock;

import java.nio.charset.StandardCharsets;

import io.hilum.dialects.UntranslatableException;
import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The conversation: {@code messages} to {@code system} and {@code messages}. Instructions
 * stand before the conversation in Converse, so they are collected wherever they are. A
 * text that is blank is left out, because Bedrock refuses it. Created per request and not
 * thread-safe.
 */
final class ConverseMessages {

	private final ArrayNode system = Json.mapper().createArrayNode();

	private final ConverseTurns turns = new ConverseTurns();

	private final ConverseParts parts = new ConverseParts();

	private final ToolHistory tools;

	/**
	 * Prepare for a conversation.
	 * @param toolsCallable whether calls and results may stand in it as such
	 */
	ConverseMessages(boolean toolsCallable) {
		this.tools = toolsCallable ? ToolHistory.AS_BLOCKS : ToolHistory.AS_TEXT;
	}

	void write(JsonNode messages, ObjectNode body) {
		if (!messages.isArray()) {
			throw new UntranslatableException("messages", "messages must be a list");
		}
		for (int i = 0; i < messages.size(); i++) {
			readMessage(messages.path(i), "messages[" + i + "]");
		}
		ArrayNode conversation = this.turns.toJson();
		if (conversation.isEmpty()) {
			throw new UntranslatableException("messages",
					ConverseRequest.PROVIDER + " needs a message of the user that says something");
		}
		body.set("messages", conversation);
		if (!this.system.isEmpty()) {
			body.set("system", this.system);
		}
	}

	private void readMessage(JsonNode value, String path) {
		if (!(value instanceof ObjectNode object)) {
			throw new UntranslatableException(path, path + " must be an object");
		}
		RequestFields message = new RequestFields(object, path, ConverseRequest.PROVIDER);
		message.ignore("name");
		switch (message.take("role").asString("")) {
			case "system", "developer" -> this.system.addAll(marked(message, this.parts.texts(message, "content")));
			case "user" -> this.turns.add("user", marked(message, this.parts.blocks(message, "content")));
			case "assistant" -> readAssistant(message);
			case "tool" -> readResult(message);
			default -> throw message.unsupported("role");
		}
		message.requireAllRead();
	}

	/**
	 * What a model answered before. Its audio is known to us only by an id, annotations
	 * are for people, and reasoning without its signature is nothing that a model takes
	 * back.
	 */
	private void readAssistant(RequestFields message) {
		message.ignore("annotations", "reasoning_content", "reasoning", "reasoning_details", "provider_specific_fields",
				"images");
		message.refuseUnless("audio");
		message.refuseUnless("function_call");
		ArrayNode said = ThinkingBlocks.read(message);
		said.addAll(this.parts.texts(message, "content"));
		if (!message.take("refusal").asString("").isBlank()) {
			said.addObject().set("text", message.take("refusal"));
		}
		JsonNode calls = message.take("tool_calls");
		for (int i = 0; i < calls.size(); i++) {
			said.add(readCall(calls.path(i), message.pathOf("tool_calls[" + i + "]")));
		}
		this.turns.add("assistant", marked(message, said));
	}

	private ObjectNode readCall(JsonNode value, String path) {
		if (!(value instanceof ObjectNode object) || !(object.path("function") instanceof ObjectNode)) {
			throw new UntranslatableException(path, path + " must be the call of a function");
		}
		RequestFields call = new RequestFields(object, path, ConverseRequest.PROVIDER);
		call.ignore("index");
		call.refuseUnless("type", "\"function\"");
		RequestFields function = new RequestFields((ObjectNode) call.take("function"), path + ".function",
				ConverseRequest.PROVIDER);
		ObjectNode block = this.tools.call(ConverseRequest.requireText(call, "id"), ConverseTools.requireName(function),
				arguments(function));
		call.requireAllRead();
		function.requireAllRead();
		return block;
	}

	private static JsonNode arguments(RequestFields function) {
		String text = function.take("arguments").asString("");
		if (text.isBlank()) {
			return Json.object();
		}
		JsonNode arguments = Json.readLeniently(text.getBytes(StandardCharsets.UTF_8));
		if (arguments.isObject()) {
			return arguments;
		}
		throw function.invalid("arguments", function.pathOf("arguments") + " must be a JSON object");
	}

	private void readResult(RequestFields message) {
		String id = ConverseRequest.requireText(message, "tool_call_id");
		ArrayNode content = this.parts.blocks(message, "content");
		for (JsonNode block : content) {
			if (block.has("audio")) {
				throw message.invalid("content", ConverseRequest.PROVIDER + " takes no audio from a tool");
			}
		}
		boolean failed = message.take("is_error").asBoolean(false)
				|| message.take("status").asString("").equals("error");
		if (this.tools == ToolHistory.AS_BLOCKS) {
			this.turns.addResult(marked(message, this.tools.result(id, content, failed)));
			return;
		}
		this.turns.add("user", marked(message, this.tools.result(id, content, failed)));
	}

	private static ArrayNode marked(RequestFields message, ArrayNode blocks) {
		ObjectNode cachePoint = CachePoint.of(message);
		return (cachePoint != null && !blocks.isEmpty()) ? blocks.add(cachePoint) : blocks;
	}

}
