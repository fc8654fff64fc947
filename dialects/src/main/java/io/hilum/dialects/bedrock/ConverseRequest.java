package io.hilum.dialects.bedrock;

import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the body of a call: the order in which the fields of a chat completion are read.
 */
final class ConverseRequest {

	static final String PROVIDER = "Amazon Bedrock";

	private ConverseRequest() {
	}

	static byte[] write(TranslationRequest request) {
		ObjectNode asked = (ObjectNode) Json.mapper().readTree(request.body());
		RequestFields fields = new RequestFields(asked, "", PROVIDER);
		refuseWhatConverseCannot(fields);
		ObjectNode body = Json.object();
		ObjectNode extra = Json.object();
		ModelFamily family = ModelFamily.of(request.model());
		ConverseTools tools = ConverseTools.read(fields);
		new ConverseMessages(tools.callable()).write(fields.take("messages"), body);
		Integer maxTokens = InferenceFields.write(fields, family, body, extra);
		tools.write(body, extra, family);
		new ReasoningFields(family, maxTokens, request.maxOutput()).write(fields, body, extra);
		ServiceFields.write(fields, body, request.stream());
		fields.requireAllRead();
		if (!extra.isEmpty()) {
			body.set("additionalModelRequestFields", extra);
		}
		return Json.write(body);
	}

	/**
	 * Who asks, what is cached under which key and whether usage is streamed change
	 * nothing in what Bedrock answers.
	 */
	private static void refuseWhatConverseCannot(RequestFields fields) {
		fields.ignore("model", "stream", "stream_options", "user", "safety_identifier", "prompt_cache_key",
				"prompt_cache_retention");
		fields.refuseUnless("n", "1");
		fields.refuseUnless("logprobs", "false");
		fields.refuseUnless("top_logprobs", "0");
		fields.refuseUnless("seed");
		fields.refuseUnless("presence_penalty", "0", "0.0");
		fields.refuseUnless("frequency_penalty", "0", "0.0");
		fields.refuseUnless("logit_bias", "{}");
		fields.refuseUnless("modalities", "[\"text\"]");
		fields.refuseUnless("store", "false");
		fields.refuseUnless("verbosity", "\"medium\"");
	}

	static ObjectNode requireObject(RequestFields fields, String name, JsonNode value) {
		if (value instanceof ObjectNode object) {
			return object;
		}
		throw fields.invalid(name, fields.pathOf(name) + " must be an object");
	}

	static String requireText(RequestFields fields, String name) {
		JsonNode value = fields.take(name);
		if (value.isString()) {
			return value.asString();
		}
		throw fields.invalid(name, fields.pathOf(name) + " must be a string");
	}

}
