package io.hilum.dialects.google;

import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether functions may, must or must not be called, and which.
 */
final class ToolChoice {

	private ToolChoice() {
	}

	/**
	 * Translate the choice.
	 * @param fields the request
	 * @param tools its tools
	 * @param model the model
	 * @param body where it is written to
	 */
	static void write(RequestFields fields, Tools tools, GeminiModel model, ObjectNode body) {
		JsonNode choice = fields.take("tool_choice");
		if (!tools.hasFunctions()) {
			fields.refuseUnless("tool_choice", "\"auto\"", "\"none\"");
			return;
		}
		ObjectNode config = Json.object();
		switch (kind(choice)) {
			case "default" -> validate(tools, model, config);
			case "auto" -> validate(tools, model, config.put("mode", "AUTO"));
			case "none" -> config.put("mode", "NONE");
			case "required", "any" -> config.put("mode", "ANY");
			case "function" -> config.put("mode", "ANY").putArray("allowedFunctionNames").add(name(fields, choice));
			case "allowed_tools" -> allowed(fields, choice.path("allowed_tools"), config);
			default -> throw fields.unsupported("tool_choice");
		}
		if (!config.isEmpty()) {
			body.putObject("toolConfig").set("functionCallingConfig", config);
		}
	}

	/**
	 * What is chosen. Some clients name a function without a type.
	 */
	private static String kind(JsonNode choice) {
		if (choice.isMissingNode()) {
			return "default";
		}
		return choice.isString() ? choice.asString()
				: choice.path("type").asString(choice.has("function") ? "function" : "");
	}

	private static String name(RequestFields fields, JsonNode tool) {
		JsonNode name = tool.path("function").path("name");
		if (!name.isString()) {
			throw fields.invalid("tool_choice", "tool_choice must name a function");
		}
		return name.asString();
	}

	/**
	 * Arguments that match their schemas have a mode of their own, which models before
	 * 2.5 do not have.
	 */
	private static void validate(Tools tools, GeminiModel model, ObjectNode config) {
		if (tools.isStrict() && model.generation() >= 25) {
			config.put("mode", "VALIDATED");
		}
	}

	private static void allowed(RequestFields fields, JsonNode allowed, ObjectNode config) {
		config.put("mode", allowed.path("mode").asString("").equals("required") ? "ANY" : "VALIDATED");
		ArrayNode names = config.putArray("allowedFunctionNames");
		for (JsonNode tool : allowed.path("tools")) {
			if (!tool.path("type").asString("").equals("function")) {
				throw fields.unsupported("tool_choice.allowed_tools.tools");
			}
			names.add(name(fields, tool));
		}
	}

}
