package io.hilum.dialects.openai;

import java.util.Set;

import io.hilum.dialects.StreamTranslation;
import io.hilum.dialects.StreamTranslator;
import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.chat.ChatRequests;
import io.hilum.dialects.chat.OverChat;
import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * From OpenAI's completions to chat: the prompt is a message of the user. What only the
 * older dialect can do is refused by name.
 */
public final class CompletionsToChat implements StreamTranslator {

	private static final Set<String> OWN = Set.of("model", "stream", "stream_options", "prompt", "max_tokens", "suffix",
			"echo", "best_of", "logprobs", "hilum");

	private final String limitField;

	private final int maxEventBytes;

	/**
	 * Create a translator.
	 * @param limitField where the provider expects the most output tokens
	 * @param maxEventBytes how long one event of a streamed answer may be
	 */
	public CompletionsToChat(String limitField, int maxEventBytes) {
		this.limitField = limitField;
		this.maxEventBytes = maxEventBytes;
	}

	@Override
	public StreamTranslation translate(TranslationRequest request) {
		ObjectNode body = ChatRequests.body(request);
		RequestFields fields = new RequestFields(body, "", ChatRequests.PROVIDER);
		fields.refuseUnless("suffix", "\"\"");
		fields.refuseUnless("echo", "false");
		fields.refuseUnless("best_of", "1");
		fields.refuseUnless("logprobs", "0", "false");
		ObjectNode chat = ChatRequests.begin(request);
		chat.putArray("messages").addObject().put("role", "user").put("content", prompt(fields));
		JsonNode limit = fields.take("max_tokens");
		chat.set(this.limitField, limit.isMissingNode() ? Json.mapper().getNodeFactory().numberNode(16) : limit);
		ChatRequests.copyOthers(body, chat, OWN, Set.of());
		return new OverChat(Json.write(chat), this.maxEventBytes, () -> new CompletionText(request),
				(events) -> new CompletionEvents(request, events));
	}

	private static String prompt(RequestFields fields) {
		JsonNode prompt = fields.take("prompt");
		JsonNode only = (prompt.isArray() && prompt.size() == 1) ? prompt.path(0) : prompt;
		if (!only.isString()) {
			throw fields.invalid("prompt", ChatRequests.PROVIDER + " takes one prompt, as text");
		}
		return only.asString();
	}

}
