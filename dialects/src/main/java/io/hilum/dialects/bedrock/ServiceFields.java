package io.hilum.dialects.bedrock;

import java.util.Map;
import java.util.regex.Pattern;

import io.hilum.dialects.json.ClosedSchema;
import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a request is served: the shape of the answer, the tier, guardrails and what is
 * noted about it. {@code guardrailConfig} and {@code performanceConfig} are Bedrock's own
 * objects, which OpenAI's dialect has no words for.
 */
final class ServiceFields {

	/** What Bedrock allows in {@code requestMetadata}. */
	private static final Pattern METADATA = Pattern.compile("[a-zA-Z0-9\\s:_@$#=/+,\\-.]{0,256}");

	private static final int MOST_METADATA = 16;

	private ServiceFields() {
	}

	static void write(RequestFields fields, ObjectNode body, boolean stream) {
		responseFormat(fields, body);
		serviceTier(fields, body);
		metadata(fields, body);
		known(fields, body, "guardrailConfig", "guardrailIdentifier", "guardrailVersion", "trace",
				stream ? "streamProcessingMode" : "trace");
		known(fields, body, "performanceConfig", "latency");
	}

	private static void responseFormat(RequestFields fields, ObjectNode body) {
		JsonNode format = fields.take("response_format");
		String type = format.path("type").asString("");
		if (format.isMissingNode() || type.equals("text")) {
			return;
		}
		if (!type.equals("json_schema")) {
			throw fields.invalid("response_format",
					ConverseRequest.PROVIDER + " does not support this response_format; json_schema is what it has");
		}
		JsonNode asked = format.path("json_schema");
		if (!(asked.path("schema") instanceof ObjectNode open)) {
			throw fields.invalid("response_format", "response_format.json_schema.schema must be an object");
		}
		ObjectNode schema = Json.object().put("schema", ClosedSchema.of(open).toString());
		for (String name : new String[] { "name", "description" }) {
			if (!asked.path(name).asString("").isBlank()) {
				schema.set(name, asked.path(name));
			}
		}
		ObjectNode textFormat = body.withObject("/outputConfig").putObject("textFormat").put("type", "json_schema");
		textFormat.putObject("structure").set("jsonSchema", schema);
	}

	private static void serviceTier(RequestFields fields, ObjectNode body) {
		JsonNode tier = fields.take("service_tier");
		if (tier.isMissingNode() || tier.asString("").equals("auto")) {
			return;
		}
		switch (tier.asString("")) {
			case "default", "flex", "priority", "reserved" -> body.putObject("serviceTier").set("type", tier);
			default -> throw fields.unsupported("service_tier");
		}
	}

	private static void metadata(RequestFields fields, ObjectNode body) {
		JsonNode metadata = fields.take("metadata");
		if (metadata.isMissingNode() || metadata.isEmpty()) {
			return;
		}
		ObjectNode pairs = ConverseRequest.requireObject(fields, "metadata", metadata);
		for (Map.Entry<String, JsonNode> pair : pairs.properties()) {
			boolean fits = !pair.getKey().isEmpty() && METADATA.matcher(pair.getKey()).matches()
					&& pair.getValue().isString() && METADATA.matcher(pair.getValue().asString()).matches();
			if (!fits || pairs.size() > MOST_METADATA) {
				throw fields.invalid("metadata", ConverseRequest.PROVIDER + " takes at most " + MOST_METADATA
						+ " pairs of metadata, of up to 256 letters, digits, spaces and :_@$#=/+,-.");
			}
		}
		body.set("requestMetadata", pairs);
	}

	private static void known(RequestFields fields, ObjectNode body, String name, String... members) {
		JsonNode value = fields.take(name);
		if (value.isMissingNode()) {
			return;
		}
		ObjectNode object = ConverseRequest.requireObject(fields, name, value);
		RequestFields inner = new RequestFields(object, name, ConverseRequest.PROVIDER);
		for (String member : members) {
			inner.ignore(member);
		}
		inner.requireAllRead();
		body.set(name, object);
	}

}
