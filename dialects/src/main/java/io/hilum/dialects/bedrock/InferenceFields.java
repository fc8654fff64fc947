package io.hilum.dialects.bedrock;

import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a model picks its tokens: {@code inferenceConfig}, and {@code top_k}, which each
 * maker calls by another name.
 */
final class InferenceFields {

	private InferenceFields() {
	}

	/**
	 * Write the fields.
	 * @return the most tokens that the model may write, if the client says so
	 */
	static @Nullable Integer write(RequestFields fields, ModelFamily family, ObjectNode body, ObjectNode extra) {
		ObjectNode config = Json.object();
		Integer maxTokens = maxTokens(fields);
		if (maxTokens != null) {
			config.put("maxTokens", maxTokens);
		}
		share(fields, "temperature", "temperature", config);
		share(fields, "top_p", "topP", config);
		stop(fields, config);
		topK(fields, family, extra);
		if (!config.isEmpty()) {
			body.set("inferenceConfig", config);
		}
		return maxTokens;
	}

	private static @Nullable Integer maxTokens(RequestFields fields) {
		Integer newer = count(fields, "max_completion_tokens");
		Integer older = count(fields, "max_tokens");
		if (newer == null || older == null) {
			return (newer != null) ? newer : older;
		}
		return Math.min(newer, older);
	}

	private static @Nullable Integer count(RequestFields fields, String name) {
		JsonNode value = fields.take(name);
		if (value.isMissingNode()) {
			return null;
		}
		if (value.isIntegralNumber() && value.canConvertToInt() && value.asInt() > 0) {
			return value.asInt();
		}
		throw fields.invalid(name, name + " must be a positive integer");
	}

	/**
	 * OpenAI's temperature goes to 2, Bedrock's only to 1.
	 */
	private static void share(RequestFields fields, String name, String bedrocksName, ObjectNode config) {
		JsonNode value = fields.take(name);
		if (value.isMissingNode()) {
			return;
		}
		if (!value.isNumber() || value.asDouble() < 0 || value.asDouble() > 1) {
			throw fields.invalid(name, ConverseRequest.PROVIDER + " wants " + name + " between 0 and 1");
		}
		config.set(bedrocksName, value);
	}

	private static void stop(RequestFields fields, ObjectNode config) {
		JsonNode stop = fields.take("stop");
		if (stop.isMissingNode() || (stop.isArray() && stop.isEmpty())) {
			return;
		}
		ArrayNode sequences = config.putArray("stopSequences");
		for (JsonNode sequence : stop.isArray() ? stop : Json.mapper().createArrayNode().add(stop)) {
			if (!sequence.isString() || sequence.asString().isEmpty()) {
				throw fields.invalid("stop", "stop must be a string or a list of strings, none of them empty");
			}
			sequences.add(sequence);
		}
	}

	private static void topK(RequestFields fields, ModelFamily family, ObjectNode extra) {
		JsonNode topK = fields.take("top_k");
		if (topK.isMissingNode()) {
			return;
		}
		if (!topK.isIntegralNumber()) {
			throw fields.invalid("top_k", "top_k must be an integer");
		}
		switch (family) {
			case CLAUDE_WITH_BUDGET, CLAUDE_ADAPTIVE, CLAUDE_WITHOUT_THINKING, MISTRAL -> extra.set("top_k", topK);
			case NOVA, NOVA_2 -> extra.putObject("inferenceConfig").set("topK", topK);
			case COHERE -> extra.set("k", topK);
			case GPT_OSS, OTHER -> throw fields.unsupported("top_k");
		}
	}

}
