package io.hilum.dialects.google;

import java.util.Map;

import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tools of a request: functions of the client, and Google's own where the client
 * names one in Google's form, such as <code>{"code_execution": {}}</code>.
 */
final class Tools {

	private static final Map<String, String> GOOGLES_OWN = Map.of("google_search", "googleSearch", "googleSearch",
			"googleSearch", "code_execution", "codeExecution", "codeExecution", "codeExecution", "url_context",
			"urlContext", "urlContext", "urlContext");

	private final GeminiService service;

	private final ArrayNode written = Json.mapper().createArrayNode();

	private final ArrayNode functions = Json.mapper().createArrayNode();

	private boolean strict;

	Tools(GeminiService service) {
		this.service = service;
	}

	/**
	 * Read the tools.
	 * @param fields the request
	 */
	void read(RequestFields fields) {
		JsonNode tools = fields.takeList("tools");
		for (int i = 0; i < tools.size(); i++) {
			ObjectNode tool = (tools.get(i) instanceof ObjectNode object) ? object : Json.object();
			read(tool, new RequestFields(tool, "tools[" + i + "]", this.service.label()));
		}
		webSearch(fields);
	}

	private void read(ObjectNode tool, RequestFields fields) {
		String own = tool.propertyNames()
			.stream()
			.map(GOOGLES_OWN::get)
			.filter((name) -> name != null)
			.findFirst()
			.orElse(null);
		if (own != null && tool.size() == 1 && tool.iterator().next().isObject() && tool.iterator().next().isEmpty()) {
			this.written.addObject().putObject(own);
			return;
		}
		if (!fields.takeText("type").asString("").equals("function")) {
			throw fields.unsupported("type");
		}
		if (!(fields.take("function") instanceof ObjectNode function)) {
			throw fields.invalid("function", fields.pathOf("function") + " must be an object");
		}
		function(new RequestFields(function, fields.pathOf("function"), this.service.label()));
		fields.ignore("cache_control");
		fields.requireAllRead();
	}

	private void function(RequestFields fields) {
		ObjectNode declaration = this.functions.addObject();
		declaration.put("name", CalledFunctions.requireName(fields));
		JsonNode description = fields.takeText("description");
		if (description.isString()) {
			declaration.put("description", description.asString());
		}
		JsonNode parameters = fields.takeObject("parameters");
		if (!parameters.isMissingNode()) {
			declaration.set("parametersJsonSchema", parameters);
		}
		this.strict |= fields.takeFlag("strict").asBoolean(false);
		fields.requireAllRead();
	}

	/**
	 * Search in the web: on Vertex AI the kind that keeps nothing of the customer's.
	 */
	private void webSearch(RequestFields fields) {
		JsonNode options = fields.take("web_search_options");
		if (options.isMissingNode()) {
			return;
		}
		if (!(options instanceof ObjectNode object)) {
			throw fields.invalid("web_search_options", "web_search_options must be an object");
		}
		RequestFields inner = new RequestFields(object, "web_search_options", this.service.label());
		inner.refuseUnless("search_context_size", "\"medium\"");
		inner.requireAllRead();
		this.written.addObject()
			.putObject((this.service == GeminiService.VERTEX_AI) ? "enterpriseWebSearch" : "googleSearch");
	}

	/**
	 * Write the tools.
	 * @param body where they are written to
	 */
	void write(ObjectNode body) {
		if (!this.functions.isEmpty()) {
			this.written.insertObject(0).set("functionDeclarations", this.functions);
		}
		if (!this.written.isEmpty()) {
			body.set("tools", this.written);
		}
	}

	boolean hasFunctions() {
		return !this.functions.isEmpty();
	}

	/**
	 * Whether any function is to be called with arguments that match its schema.
	 * @return {@code true} if one is
	 */
	boolean isStrict() {
		return this.strict;
	}

}
