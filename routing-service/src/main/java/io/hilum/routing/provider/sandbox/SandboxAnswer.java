package io.hilum.routing.provider.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One answer of the sandbox, whole or as events, in OpenAI's dialect.
 */
final class SandboxAnswer {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final SandboxConversation conversation;

	private final List<String> words;

	private final boolean cut;

	private final int choices;

	private final long created;

	private final @Nullable SandboxErrand errand;

	private SandboxAnswer(SandboxConversation conversation, List<String> words, boolean cut, int choices, long created,
			@Nullable SandboxErrand errand) {
		this.conversation = conversation;
		this.words = words;
		this.cut = cut;
		this.choices = choices;
		this.created = created;
		this.errand = errand;
	}

	static SandboxAnswer to(JsonNode request, long created) {
		SandboxConversation conversation = SandboxConversation.of(request);
		SandboxErrand errand = SandboxErrand.of(request, conversation.lastUserText());
		if (errand != null) {
			return new SandboxAnswer(conversation, SandboxConversation.wordsOf(errand.arguments()), false, 1, created,
					errand);
		}
		List<String> words = SandboxConversation
			.wordsOf("The sandbox saw this text: " + conversation.lastUserText() + "\n(" + conversation.messages()
					+ " messages, " + conversation.words() + " words; no model was called)");
		int limit = Math.min(limit(request, "max_tokens"), limit(request, "max_completion_tokens"));
		boolean cut = words.size() > limit;
		return new SandboxAnswer(conversation, cut ? words.subList(0, limit) : words, cut, request.path("n").asInt(1),
				created, null);
	}

	private static int limit(JsonNode request, String field) {
		return request.path(field).isInt() ? request.path(field).asInt() : Integer.MAX_VALUE;
	}

	byte[] document() {
		ObjectNode document = head("chat.completion");
		for (int choice = 0; choice < this.choices; choice++) {
			ObjectNode answer = document.withArray("choices").addObject().put("index", choice);
			ObjectNode message = answer.putObject("message").put("role", "assistant");
			if (this.errand != null) {
				message.putNull("content");
				putCall(message, this.errand);
			}
			else {
				message.put("content", String.join("", this.words));
			}
			answer.putNull("logprobs").put("finish_reason", finishReason());
		}
		putUsage(document);
		return JSON.writeValueAsBytes(document);
	}

	List<byte[]> events() {
		List<byte[]> events = new ArrayList<>(this.words.size() + 4);
		for (int choice = 0; choice < this.choices; choice++) {
			int index = choice;
			events.add(chunk(choice, "", true, null));
			if (this.errand != null) {
				events.add(called(choice, this.errand));
			}
			else {
				this.words.forEach((word) -> events.add(chunk(index, word, false, null)));
			}
			events.add(chunk(choice, null, false, finishReason()));
		}
		ObjectNode last = head("chat.completion.chunk");
		last.putArray("choices");
		putUsage(last);
		events.add(event(last));
		events.add("data: [DONE]\n\n".getBytes(StandardCharsets.US_ASCII));
		return events;
	}

	private byte[] chunk(int choice, @Nullable String content, boolean first, @Nullable String finishReason) {
		ObjectNode chunk = head("chat.completion.chunk");
		ObjectNode answer = chunk.putArray("choices").addObject().put("index", choice);
		ObjectNode delta = answer.putObject("delta");
		if (first) {
			delta.put("role", "assistant");
		}
		if (content != null) {
			delta.put("content", content);
		}
		answer.put("finish_reason", finishReason);
		return event(chunk);
	}

	private byte[] called(int choice, SandboxErrand call) {
		ObjectNode chunk = head("chat.completion.chunk");
		ObjectNode answer = chunk.putArray("choices").addObject().put("index", choice);
		putCall(answer.putObject("delta"), call);
		answer.putNull("finish_reason");
		return event(chunk);
	}

	private static void putCall(ObjectNode message, SandboxErrand call) {
		message.putArray("tool_calls")
			.addObject()
			.put("index", 0)
			.put("id", "call_sandbox")
			.put("type", "function")
			.putObject("function")
			.put("name", call.tool())
			.put("arguments", call.arguments());
	}

	private static byte[] event(ObjectNode data) {
		return ("data: " + JSON.writeValueAsString(data) + "\n\n").getBytes(StandardCharsets.UTF_8);
	}

	private ObjectNode head(String object) {
		return JSON.createObjectNode()
			.put("id", "chatcmpl-sandbox")
			.put("object", object)
			.put("created", this.created)
			.put("model", "sandbox")
			.put("system_fingerprint", "sandbox-one-word-is-one-token");
	}

	private void putUsage(ObjectNode target) {
		int completion = this.words.size() * this.choices;
		target.putObject("usage")
			.put("prompt_tokens", this.conversation.words())
			.put("completion_tokens", completion)
			.put("total_tokens", this.conversation.words() + completion);
	}

	private String finishReason() {
		if (this.errand != null) {
			return "tool_calls";
		}
		return this.cut ? "length" : "stop";
	}

}
