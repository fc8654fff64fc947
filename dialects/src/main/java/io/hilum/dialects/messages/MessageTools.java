package io.hilum.dialects.messages;

import io.hilum.dialects.UntranslatableException;
import io.hilum.dialects.chat.ChatRequests;
import io.hilum.dialects.json.RequestFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tools of a message. Tools of the client are functions of chat; tools that Anthropic
 * defines exist nowhere else.
 */
final class MessageTools {

	private MessageTools() {
	}

	static void write(RequestFields fields, ObjectNode chat) {
		JsonNode tools = fields.take("tools");
		if (!tools.isEmpty()) {
			ArrayNode functions = chat.putArray("tools");
			for (int i = 0; i < tools.size(); i++) {
				function(tools.path(i), "tools[" + i + "]", functions.addObject());
			}
		}
		JsonNode choice = fields.take("tool_choice");
		if (!choice.isMissingNode() && !tools.isEmpty()) {
			choice(choice, fields, chat);
		}
	}

	private static void function(JsonNode tool, String path, ObjectNode written) {
		String type = tool.path("type").asString("custom");
		if (!"custom".equals(type)) {
			String named = type.matches("[a-z0-9_]{1,40}") ? type : "of this type";
			throw new UntranslatableException(path + ".type",
					ChatRequests.PROVIDER + " does not support the tool " + named);
		}
		ObjectNode function = written.put("type", "function").putObject("function");
		ChatRequests.copy(tool.path("name"), function, "name");
		ChatRequests.copy(tool.path("description"), function, "description");
		ChatRequests.copy(tool.path("input_schema"), function, "parameters");
		ChatRequests.copy(tool.path("strict"), function, "strict");
	}

	private static void choice(JsonNode choice, RequestFields fields, ObjectNode chat) {
		switch (choice.path("type").asString("")) {
			case "auto" -> chat.put("tool_choice", "auto");
			case "any" -> chat.put("tool_choice", "required");
			case "none" -> chat.put("tool_choice", "none");
			case "tool" -> chat.putObject("tool_choice")
				.put("type", "function")
				.putObject("function")
				.set("name", choice.path("name"));
			default -> throw fields.unsupported("tool_choice");
		}
		if (choice.path("disable_parallel_tool_use").asBoolean(false)) {
			chat.put("parallel_tool_calls", false);
		}
	}

}
