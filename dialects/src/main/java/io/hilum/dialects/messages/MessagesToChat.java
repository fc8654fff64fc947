package io.hilum.dialects.messages;

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
 * From Anthropic's messages to chat. Tools that Anthropic runs itself and state that it
 * keeps are refused by name. Marks for its cache are left out: they change no answer.
 * Fields that neither dialect knows go on as they are.
 */
public final class MessagesToChat implements StreamTranslator {

	private static final Set<String> OWN = Set.of("model", "stream", "system", "messages", "max_tokens",
			"stop_sequences", "metadata", "tools", "tool_choice", "thinking", "output_config", "output_format",
			"service_tier", "cache_control", "hilum");

	private static final Set<String> ANTHROPICS_OWN = Set.of("container", "mcp_servers", "context_management");

	private final String limitField;

	private final int maxEventBytes;

	private final boolean keepsThinking;

	/**
	 * Create a translator.
	 * @param limitField where the provider expects the most output tokens
	 * @param keepsThinking whether blocks of reasoning that the client sends back go on,
	 * as {@code thinking_blocks}; a server that knows chat only would refuse them
	 * @param maxEventBytes how long one event of a streamed answer may be
	 */
	public MessagesToChat(String limitField, boolean keepsThinking, int maxEventBytes) {
		this.limitField = limitField;
		this.maxEventBytes = maxEventBytes;
		this.keepsThinking = keepsThinking;
	}

	@Override
	public StreamTranslation translate(TranslationRequest request) {
		ObjectNode body = ChatRequests.body(request);
		RequestFields fields = new RequestFields(body, "", ChatRequests.PROVIDER);
		ANTHROPICS_OWN.forEach((name) -> fields.refuseUnless(name, "[]", "{}"));
		ObjectNode chat = ChatRequests.begin(request);
		chat.set("messages", MessageInput.messages(fields.take("system"), fields.take("messages"), this.keepsThinking));
		ChatRequests.copy(fields.take("max_tokens"), chat, this.limitField);
		ChatRequests.copy(fields.take("stop_sequences"), chat, "stop");
		ChatRequests.copy(fields.take("metadata").path("user_id"), chat, "user");
		MessageTools.write(fields, chat);
		thinking(fields, chat);
		ChatRequests.copyOthers(body, chat, OWN, ANTHROPICS_OWN);
		return new OverChat(Json.write(chat), this.maxEventBytes, () -> new MessageDocument(request),
				(events) -> new MessageEvents(request, events));
	}

	/**
	 * A budget for thinking becomes an effort; the bounds are those that chat clients of
	 * Anthropic's models use the other way around.
	 */
	private static void thinking(RequestFields fields, ObjectNode chat) {
		JsonNode thinking = fields.take("thinking");
		JsonNode config = fields.take("output_config");
		if ("enabled".equals(thinking.path("type").asString(""))) {
			long budget = thinking.path("budget_tokens").asLong(0);
			chat.put("reasoning_effort", (budget < 2048) ? "low" : (budget < 8192) ? "medium" : "high");
		}
		ChatRequests.copy(config.path("effort"), chat, "reasoning_effort");
		JsonNode format = config.path("format").isObject() ? config.path("format") : fields.take("output_format");
		if ("json_schema".equals(format.path("type").asString(""))) {
			ObjectNode schema = chat.putObject("response_format").put("type", "json_schema").putObject("json_schema");
			schema.put("name", "answer").put("strict", true).set("schema", format.path("schema"));
		}
	}

}
