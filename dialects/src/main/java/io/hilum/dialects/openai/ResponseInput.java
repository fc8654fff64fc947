package io.hilum.dialects.openai;

import io.hilum.dialects.UntranslatableException;
import io.hilum.dialects.chat.ChatRequests;
import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The items that a response is asked with, as messages of a chat. What the assistant
 * thought, said and called in a row is one message there. Created per request and not
 * thread-safe.
 */
final class ResponseInput {

	private final ArrayNode messages = Json.mapper().createArrayNode();

	private @Nullable ObjectNode assistant;

	private ResponseInput() {
	}

	static ArrayNode messages(JsonNode instructions, JsonNode input) {
		ResponseInput read = new ResponseInput();
		if (!instructions.isMissingNode()) {
			read.messages.addObject().put("role", "system").set("content", instructions);
		}
		if (input.isString()) {
			read.messages.addObject().put("role", "user").set("content", input);
			return read.messages;
		}
		if (!input.isArray() || input.isEmpty()) {
			throw new UntranslatableException("input", "The field input must be a string or a list of items");
		}
		for (int i = 0; i < input.size(); i++) {
			read.item(input.path(i), "input[" + i + "]");
		}
		return read.messages;
	}

	private void item(JsonNode item, String path) {
		switch (item.path("type").asString("message")) {
			case "message" -> message(item, path);
			case "function_call" -> call(item);
			case "function_call_output" -> output(item, path);
			case "reasoning" -> reasoning(item);
			default -> throw unsupported(path, item.path("type").asString(""));
		}
	}

	private static UntranslatableException unsupported(String path, String type) {
		String named = type.matches("[a-z0-9_]{1,40}") ? type : "of this type";
		return new UntranslatableException(path + ".type",
				ChatRequests.PROVIDER + " does not support the item or part " + named);
	}

	private void message(JsonNode item, String path) {
		String role = item.path("role").asString("user");
		JsonNode content = content(item.path("content"), path + ".content");
		if (!"assistant".equals(role)) {
			this.assistant = null;
			this.messages.addObject().put("role", role).set("content", content);
			return;
		}
		ObjectNode message = assistant();
		if (message.has("content") || message.has("tool_calls")) {
			this.assistant = null;
			message = assistant();
		}
		message.set("content", content);
	}

	private ObjectNode assistant() {
		ObjectNode message = this.assistant;
		if (message == null) {
			message = this.messages.addObject().put("role", "assistant");
			this.assistant = message;
		}
		return message;
	}

	private void call(JsonNode item) {
		ObjectNode call = assistant().withArray("tool_calls").addObject();
		call.set("id", item.path("call_id"));
		ObjectNode function = call.put("type", "function").putObject("function");
		function.set("name", item.path("name"));
		function.set("arguments", item.path("arguments"));
	}

	private void output(JsonNode item, String path) {
		this.assistant = null;
		ObjectNode message = this.messages.addObject().put("role", "tool");
		message.set("tool_call_id", item.path("call_id"));
		message.set("content", content(item.path("output"), path + ".output"));
	}

	/**
	 * What {@link ResponseItems} wrote is given back to the provider that thought it.
	 */
	private void reasoning(JsonNode item) {
		this.assistant = null;
		JsonNode blocks = ThinkingSeal.open(item.path("encrypted_content"));
		if (!blocks.isEmpty()) {
			assistant().set("thinking_blocks", blocks);
		}
	}

	private static JsonNode content(JsonNode content, String path) {
		if (!content.isArray()) {
			return content;
		}
		ArrayNode parts = Json.mapper().createArrayNode();
		for (int i = 0; i < content.size(); i++) {
			parts.add(part(content.path(i), path + "[" + i + "]"));
		}
		return onlyText(parts);
	}

	private static JsonNode onlyText(ArrayNode parts) {
		return (parts.size() == 1 && "text".equals(parts.path(0).path("type").asString("")))
				? parts.path(0).path("text") : parts;
	}

	private static ObjectNode part(JsonNode part, String path) {
		ObjectNode written = Json.object();
		switch (part.path("type").asString("")) {
			case "input_text", "output_text", "text" -> written.put("type", "text").set("text", part.path("text"));
			case "refusal" -> written.put("type", "refusal").set("refusal", part.path("refusal"));
			case "input_image" -> image(part, path, written);
			case "input_file" -> file(part, path, written);
			case "input_audio" -> written.put("type", "input_audio").set("input_audio", part.path("input_audio"));
			default -> throw unsupported(path, part.path("type").asString(""));
		}
		return written;
	}

	private static void image(JsonNode part, String path, ObjectNode written) {
		if (!part.path("image_url").isString()) {
			throw fields(part, path).unsupported(part.hasNonNull("file_id") ? "file_id" : "image_url");
		}
		ObjectNode image = written.put("type", "image_url").putObject("image_url");
		image.set("url", part.path("image_url"));
		ChatRequests.copy(part.path("detail"), image, "detail");
	}

	private static void file(JsonNode part, String path, ObjectNode written) {
		if (!part.path("file_data").isString()) {
			throw fields(part, path).unsupported(part.hasNonNull("file_url") ? "file_url" : "file_id");
		}
		ObjectNode file = written.put("type", "file").putObject("file");
		file.set("file_data", part.path("file_data"));
		ChatRequests.copy(part.path("filename"), file, "filename");
	}

	private static RequestFields fields(JsonNode part, String path) {
		return new RequestFields((ObjectNode) part, path, ChatRequests.PROVIDER);
	}

}
