package io.hilum.dialects.openai;

import java.util.Set;

import io.hilum.dialects.StreamTranslation;
import io.hilum.dialects.StreamTranslator;
import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.chat.ChatRequests;
import io.hilum.dialects.chat.OverChat;
import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import io.hilum.dialects.sse.EventWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * From OpenAI's responses to chat. What needs state or tools at the provider is refused
 * by name; fields that both dialects call the same, and those that neither knows, go on
 * as they are.
 */
public final class ResponsesToChat implements StreamTranslator {

	/** Answered here, or said by the model's own request. */
	private static final Set<String> OWN = Set.of("model", "stream", "stream_options", "input", "instructions", "tools",
			"tool_choice", "text", "reasoning", "max_output_tokens", "store", "include", "metadata", "truncation",
			"top_logprobs", "max_tool_calls", "hilum");

	private static final Set<String> NEEDS_STATE = Set.of("previous_response_id", "conversation", "prompt",
			"background", "context_management");

	private final String limitField;

	private final int maxEventBytes;

	/**
	 * Create a translator.
	 * @param limitField where the provider expects the most output tokens
	 * @param maxEventBytes how long one event of a streamed answer may be
	 */
	public ResponsesToChat(String limitField, int maxEventBytes) {
		this.limitField = limitField;
		this.maxEventBytes = maxEventBytes;
	}

	@Override
	public StreamTranslation translate(TranslationRequest request) {
		ObjectNode body = ChatRequests.body(request);
		RequestFields fields = new RequestFields(body, "", ChatRequests.PROVIDER);
		NEEDS_STATE.forEach((name) -> fields.refuseUnless(name, "false"));
		fields.refuseUnless("truncation", "\"disabled\"");
		ObjectNode chat = ChatRequests.begin(request);
		chat.set("messages", ResponseInput.messages(fields.take("instructions"), fields.take("input")));
		ChatRequests.copy(fields.take("max_output_tokens"), chat, this.limitField);
		ResponseTools.write(fields, chat);
		text(fields.take("text"), chat);
		ChatRequests.copy(fields.take("reasoning").path("effort"), chat, "reasoning_effort");
		refuseLogprobs(fields);
		ChatRequests.copyOthers(body, chat, OWN, NEEDS_STATE);
		return new OverChat(Json.write(chat), this.maxEventBytes,
				() -> new ResponseItems(new ResponseDocument(request, body), new EventWriter()),
				(events) -> new ResponseItems(new ResponseDocument(request, body), events));
	}

	private static void text(JsonNode text, ObjectNode chat) {
		ChatRequests.copy(text.path("verbosity"), chat, "verbosity");
		JsonNode format = text.path("format");
		switch (format.path("type").asString("text")) {
			case "text" -> {
			}
			case "json_object" -> chat.putObject("response_format").put("type", "json_object");
			case "json_schema" -> {
				ObjectNode schema = chat.putObject("response_format")
					.put("type", "json_schema")
					.putObject("json_schema");
				for (String name : new String[] { "name", "description", "schema", "strict" }) {
					ChatRequests.copy(format.path(name), schema, name);
				}
			}
			default ->
				throw new RequestFields((ObjectNode) format, "text.format", ChatRequests.PROVIDER).unsupported("type");
		}
	}

	private static void refuseLogprobs(RequestFields fields) {
		JsonNode top = fields.take("top_logprobs");
		boolean included = false;
		for (JsonNode wanted : fields.take("include")) {
			included |= "message.output_text.logprobs".equals(wanted.asString(""));
		}
		if (included || top.asInt(0) > 0) {
			throw fields.unsupported(included ? "include" : "top_logprobs");
		}
	}

}
