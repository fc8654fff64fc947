package io.hilum.dialects.google;

import io.hilum.dialects.UntranslatableException;
import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request for a chat completion in Google's form, {@code GenerateContentRequest}.
 */
final class ContentRequest {

	private ContentRequest() {
	}

	/**
	 * Translate a request.
	 * @param request the body of the client
	 * @param model the model
	 * @param service whose dialect it is
	 * @return the body for Google
	 * @throws UntranslatableException if Google's dialect cannot say it
	 */
	static ObjectNode of(ObjectNode request, GeminiModel model, GeminiService service) {
		RequestFields fields = new RequestFields(request, "", service.label());
		ObjectNode body = Json.object();
		if (!(fields.take("messages") instanceof ArrayNode messages)) {
			throw fields.invalid("messages", "messages must be a list");
		}
		new Conversation(service, model).write(messages, body);
		Tools tools = new Tools(service);
		tools.read(fields);
		tools.write(body);
		ToolChoice.write(fields, tools, model, body);
		GenerationSettings.write(fields, model, service, body);
		ServiceTier.write(fields, service, body);
		safety(fields, body);
		passOver(fields);
		refuse(fields, tools);
		fields.requireAllRead();
		return body;
	}

	private static void safety(RequestFields fields, ObjectNode body) {
		JsonNode settings = fields.takeList("safety_settings");
		for (int i = 0; i < settings.size(); i++) {
			ObjectNode setting = (settings.get(i) instanceof ObjectNode object) ? object : Json.object();
			RequestFields inner = new RequestFields(setting, "safety_settings[" + i + "]", "Google");
			body.withArray("safetySettings")
				.addObject()
				.put("category", harm(inner, "category"))
				.put("threshold", harm(inner, "threshold"));
			inner.requireAllRead();
		}
	}

	private static String harm(RequestFields setting, String name) {
		JsonNode word = setting.takeText(name);
		if (!word.asString("").matches("[A-Z_]{1,60}")) {
			throw setting.invalid(name, setting.pathOf(name) + " must be a word of Google's");
		}
		return word.asString();
	}

	/**
	 * Fields that Hilum reads itself, or that tell nothing about the answer.
	 */
	private static void passOver(RequestFields fields) {
		fields.ignore("model", "stream", "stream_options", "user", "safety_identifier", "metadata", "prompt_cache_key",
				"prompt_cache_retention");
	}

	private static void refuse(RequestFields fields, Tools tools) {
		fields.refuseUnless("store", "false");
		fields.refuseUnless("verbosity", "\"medium\"");
		fields.refuseUnless("logit_bias", "{}");
		if (tools.hasFunctions()) {
			fields.refuseUnless("parallel_tool_calls", "true");
		}
		fields.ignore("parallel_tool_calls");
	}

}
