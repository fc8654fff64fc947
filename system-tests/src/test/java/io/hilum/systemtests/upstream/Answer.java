package io.hilum.systemtests.upstream;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answer to one chat completion, in the forms of OpenAI.
 */
record Answer(String id, String model, String text, boolean usageAsked) {

	private static final JsonMapper JSON = new JsonMapper();

	static Answer to(JsonNode request, long number) {
		return new Answer("chatcmpl-%06d".formatted(number), request.path("model").asString("echo"),
				Exchange.question(request), request.path("stream_options").path("include_usage").asBoolean(false));
	}

	int inputTokens() {
		return 7 + this.text.length() / 4;
	}

	int outputTokens() {
		return OddSplits.ofText(this.text).size();
	}

	String whole() {
		ObjectNode json = envelope("chat.completion");
		ObjectNode choice = json.putArray("choices").addObject().put("index", 0).put("finish_reason", "stop");
		choice.putObject("message").put("role", "assistant").put("content", this.text).putNull("refusal");
		json.set("usage", usage());
		return json.toString();
	}

	/**
	 * The events of a stream, without the last one.
	 */
	List<String> events() {
		List<String> events = new ArrayList<>();
		events.add(event(chunk(JSON.createObjectNode().put("role", "assistant").put("content", ""), null)));
		for (String piece : OddSplits.ofText(this.text)) {
			events.add(event(chunk(JSON.createObjectNode().put("content", piece), null)));
		}
		events.add(event(chunk(JSON.createObjectNode(), "stop")));
		if (this.usageAsked) {
			ObjectNode last = envelope("chat.completion.chunk");
			last.putArray("choices");
			last.set("usage", usage());
			events.add(event(last));
		}
		return events;
	}

	private ObjectNode chunk(ObjectNode delta, @Nullable String finishReason) {
		ObjectNode json = envelope("chat.completion.chunk");
		ObjectNode choice = json.putArray("choices").addObject().put("index", 0).put("finish_reason", finishReason);
		choice.set("delta", delta);
		if (this.usageAsked) {
			json.putNull("usage");
		}
		return json;
	}

	private ObjectNode envelope(String object) {
		return JSON.createObjectNode()
			.put("id", this.id)
			.put("object", object)
			.put("created", 1_790_000_000)
			.put("model", this.model);
	}

	private ObjectNode usage() {
		return JSON.createObjectNode()
			.put("prompt_tokens", inputTokens())
			.put("completion_tokens", outputTokens())
			.put("total_tokens", inputTokens() + outputTokens());
	}

	private static String event(ObjectNode json) {
		return "data: " + json + "\n\n";
	}

}
