package io.hilum.dialects.openai;

import io.hilum.dialects.UntranslatableException;
import io.hilum.dialects.chat.ChatRequests;
import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tools of a response. Functions are those of chat in another form; tools that OpenAI
 * runs itself exist nowhere else.
 */
final class ResponseTools {

	private ResponseTools() {
	}

	static void write(RequestFields fields, ObjectNode chat) {
		JsonNode tools = fields.take("tools");
		if (!tools.isEmpty()) {
			ArrayNode functions = chat.putArray("tools");
			for (int i = 0; i < tools.size(); i++) {
				functions.add(function(tools.path(i), "tools[" + i + "]"));
			}
		}
		JsonNode choice = fields.take("tool_choice");
		if (!choice.isMissingNode() && !tools.isEmpty()) {
			chat.set("tool_choice", choice(choice));
		}
	}

	private static ObjectNode function(JsonNode tool, String path) {
		String type = tool.path("type").asString("");
		if (!"function".equals(type)) {
			throw unsupported(path, type);
		}
		ObjectNode function = Json.object();
		for (String name : tool.propertyNames()) {
			if (!"type".equals(name) && !tool.path(name).isNull()) {
				function.set(name, tool.path(name));
			}
		}
		ObjectNode written = Json.object().put("type", "function");
		written.set("function", function);
		return written;
	}

	private static UntranslatableException unsupported(String path, String type) {
		String named = type.matches("[a-z0-9_]{1,40}") ? type : "of this type";
		return new UntranslatableException(path + ".type",
				ChatRequests.PROVIDER + " does not support the tool " + named + "; only functions are supported");
	}

	private static JsonNode choice(JsonNode choice) {
		if (choice.isString()) {
			return choice;
		}
		return switch (choice.path("type").asString("")) {
			case "function" -> {
				ObjectNode named = Json.object().put("type", "function");
				named.putObject("function").set("name", choice.path("name"));
				yield named;
			}
			case "allowed_tools" -> allowed(choice);
			default -> throw unsupported("tool_choice", choice.path("type").asString(""));
		};
	}

	private static ObjectNode allowed(JsonNode choice) {
		ObjectNode written = Json.object().put("type", "allowed_tools");
		ObjectNode allowed = written.putObject("allowed_tools");
		allowed.set("mode", choice.path("mode"));
		ArrayNode tools = allowed.putArray("tools");
		choice.path("tools").forEach((tool) -> tools.add(choice(tool)));
		return written;
	}

}
