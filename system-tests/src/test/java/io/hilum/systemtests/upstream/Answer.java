package io.hilum.systemtests.upstream;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answer to one chat completion, in the forms of OpenAI: what was said, the same by a
 * JSON schema where one is asked for, or a call of each tool that is offered. Text ends
 * at the limit of tokens that the request names.
 */
record Answer(String id, String model, String text, List<Call> calls, boolean usageAsked, boolean cut) {

	private static final JsonMapper JSON = new JsonMapper();

	static Answer to(JsonNode request, long number) {
		String said = Exchange.question(request);
		JsonNode schema = request.path("response_format").path("json_schema").path("schema");
		String whole = schema.isObject() ? Example.of(schema, said).toString() : said;
		// A token has a letter at least, so that what is cut here is within the limit.
		int most = request.path("max_completion_tokens").asInt(request.path("max_tokens").asInt(Integer.MAX_VALUE));
		boolean cut = whole.codePointCount(0, whole.length()) > most;
		return new Answer("chatcmpl-%06d".formatted(number), request.path("model").asString("echo"),
				cut ? whole.substring(0, whole.offsetByCodePoints(0, most)) : whole, Call.of(request, said),
				request.path("stream_options").path("include_usage").asBoolean(false), cut);
	}

	int inputTokens() {
		return 7 + this.text.length() / 4;
	}

	int outputTokens() {
		return deltas().size();
	}

	String whole() {
		ObjectNode json = envelope("chat.completion");
		ObjectNode choice = json.putArray("choices").addObject().put("index", 0).put("finish_reason", finish());
		ObjectNode message = choice.putObject("message").put("role", "assistant").putNull("refusal");
		if (this.calls.isEmpty()) {
			message.put("content", this.text);
		}
		else {
			message.putNull("content").putArray("tool_calls").addAll(this.calls.stream().map(Call::whole).toList());
		}
		json.set("usage", usage());
		return json.toString();
	}

	/**
	 * The events of a stream, without the last one.
	 */
	List<String> events() {
		List<String> events = new ArrayList<>();
		events.add(event(chunk(JSON.createObjectNode().put("role", "assistant").put("content", ""), null)));
		for (ObjectNode delta : deltas()) {
			events.add(event(chunk(delta, null)));
		}
		events.add(event(chunk(JSON.createObjectNode(), finish())));
		if (this.usageAsked) {
			ObjectNode last = envelope("chat.completion.chunk");
			last.putArray("choices");
			last.set("usage", usage());
			events.add(event(last));
		}
		return events;
	}

	private List<ObjectNode> deltas() {
		if (this.calls.isEmpty()) {
			return OddSplits.ofText(this.text)
				.stream()
				.map((piece) -> JSON.createObjectNode().put("content", piece))
				.toList();
		}
		return this.calls.stream().flatMap((call) -> call.fragments().stream()).toList();
	}

	private String finish() {
		if (!this.calls.isEmpty()) {
			return "tool_calls";
		}
		return this.cut ? "length" : "stop";
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
