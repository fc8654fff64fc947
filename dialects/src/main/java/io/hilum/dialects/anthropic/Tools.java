package io.hilum.dialects.anthropic;

import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The client's functions as Anthropic's tools, and which of them the model must or may
 * call.
 */
final class Tools {

	private Tools() {
	}

	static void write(RequestFields fields, ObjectNode request) {
		JsonNode tools = fields.takeList("tools");
		JsonNode choice = fields.take("tool_choice");
		boolean oneAtATime = isFalse(fields.takeFlag("parallel_tool_calls"));
		if (tools.isEmpty()) {
			requireNoneIsForced(fields, choice);
			return;
		}
		ArrayNode all = request.putArray("tools");
		for (int i = 0; i < tools.size(); i++) {
			all.add(tool(tools.path(i), "tools[" + i + "]"));
		}
		writeChoice(fields, choice, oneAtATime, request);
	}

	private static void requireNoneIsForced(RequestFields fields, JsonNode choice) {
		String mode = choice.asString("");
		if (!choice.isMissingNode() && !mode.equals("none") && !mode.equals("auto")) {
			throw fields.invalid("tool_choice", "tool_choice needs tools");
		}
	}

	private static ObjectNode tool(JsonNode tool, String path) {
		RequestFields parts = RequestParts.of(tool, path);
		if (!parts.takeText("type").asString("function").equals("function")) {
			throw parts.unsupported("type");
		}
		RequestFields function = RequestParts.of(parts.take("function"), path + ".function");
		ObjectNode translated = Json.object().put("name", RequestParts.text(function, "name"));
		JsonNode description = function.takeText("description");
		if (description.isString()) {
			translated.set("description", description);
		}
		translated.set("input_schema", schema(function));
		if (function.takeFlag("strict").asBoolean(false)) {
			translated.put("strict", true);
		}
		CacheControl.copy(parts, translated);
		CacheControl.copy(function, translated);
		parts.requireAllRead();
		function.requireAllRead();
		return translated;
	}

	/** Functions without parameters may leave their schema out; Anthropic wants one. */
	private static ObjectNode schema(RequestFields function) {
		ObjectNode schema = (function.takeObject("parameters") instanceof ObjectNode object) ? object.deepCopy()
				: Json.object();
		if (schema.hasNonNull("type") && !schema.path("type").asString("").equals("object")) {
			throw function.invalid("parameters.type", function.pathOf("parameters.type") + " must be object");
		}
		return schema.put("type", "object");
	}

	private static void writeChoice(RequestFields fields, JsonNode choice, boolean oneAtATime, ObjectNode request) {
		if (choice.isMissingNode() && !oneAtATime) {
			return;
		}
		ObjectNode translated = choice.isObject() ? named(choice) : Json.object().put("type", mode(fields, choice));
		if (oneAtATime && !translated.path("type").asString("").equals("none")) {
			translated.put("disable_parallel_tool_use", true);
		}
		request.set("tool_choice", translated);
	}

	private static String mode(RequestFields fields, JsonNode choice) {
		return switch (choice.asString("auto")) {
			case "auto" -> "auto";
			case "none" -> "none";
			case "required" -> "any";
			default -> throw fields.unsupported("tool_choice");
		};
	}

	private static ObjectNode named(JsonNode choice) {
		RequestFields parts = RequestParts.of(choice, "tool_choice");
		if (!parts.takeText("type").asString("").equals("function")) {
			throw parts.unsupported("type");
		}
		RequestFields function = RequestParts.of(parts.take("function"), "tool_choice.function");
		String name = RequestParts.text(function, "name");
		function.requireAllRead();
		parts.requireAllRead();
		return Json.object().put("type", "tool").put("name", name);
	}

	private static boolean isFalse(JsonNode value) {
		return value.isBoolean() && !value.booleanValue();
	}

}
