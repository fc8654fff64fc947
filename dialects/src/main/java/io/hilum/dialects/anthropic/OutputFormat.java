package io.hilum.dialects.anthropic;

import io.hilum.dialects.json.ClosedSchema;
import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Structured output: {@code response_format} as {@code output_config.format}. Anthropic
 * has no mode for JSON without a schema.
 */
final class OutputFormat {

	private OutputFormat() {
	}

	/**
	 * Read the format.
	 * @param fields the client's body
	 * @return Anthropic's format, or {@code null} for plain text
	 */
	static @Nullable ObjectNode of(RequestFields fields) {
		JsonNode format = fields.takeObject("response_format");
		if (!(format instanceof ObjectNode object) || format.path("type").asString("").equals("text")) {
			return null;
		}
		RequestFields parts = new RequestFields(object, "response_format", MessagesRequest.PROVIDER);
		if (!parts.takeText("type").asString("").equals("json_schema")) {
			throw parts.invalid("type", MessagesRequest.PROVIDER
					+ " does not support response_format.type other than text and json_schema");
		}
		JsonNode described = parts.takeObject("json_schema");
		parts.requireAllRead();
		if (!(described.path("schema") instanceof ObjectNode schema)) {
			throw parts.invalid("json_schema.schema", "response_format.json_schema.schema must be an object");
		}
		return Json.object().put("type", "json_schema").set("schema", ClosedSchema.of(schema));
	}

}
