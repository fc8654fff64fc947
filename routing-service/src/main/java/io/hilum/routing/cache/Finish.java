package io.hilum.routing.cache;

import java.util.HashSet;
import java.util.Set;

import io.hilum.dialects.sse.EventData;
import io.hilum.dialects.sse.EventScanner;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether a model came to the end of what it had to say, in each choice where an answer
 * has several. What a limit, a filter or an error ended may be longer or other the next
 * time. What dialects of clients call differently is told apart by its name.
 */
final class Finish {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Set<String> ITS_OWN = Set.of("stop", "tool_calls", "function_call", "end_turn", "tool_use",
			"stop_sequence", "completed");

	private final Set<Integer> begun = new HashSet<>();

	private final Set<Integer> finished = new HashSet<>();

	private boolean broken;

	private Finish() {
	}

	/**
	 * Read a whole answer.
	 * @param body the document
	 * @return {@code true} if each choice is finished
	 */
	static boolean ofWhole(byte[] body) {
		Finish finish = new Finish();
		finish.read(body, 0, body.length);
		return finish.isFinished();
	}

	/**
	 * Read the events of a streamed answer.
	 * @param body the events
	 * @return {@code true} if each choice is finished
	 */
	static boolean ofStream(byte[] body) {
		Finish finish = new Finish();
		EventScanner scanner = new EventScanner(body.length);
		scanner.take(body, finish::event);
		return finish.isFinished();
	}

	private void event(byte[] bytes, int start, int end) {
		EventData data = EventData.of(bytes, start, end);
		if (data.isObject()) {
			read(data.bytes(), data.start(), data.end());
		}
	}

	private void read(byte[] bytes, int start, int end) {
		try {
			JsonNode answer = JSON.readTree(bytes, start, end - start);
			this.broken |= answer.hasNonNull("error");
			answer.path("choices").forEach((choice) -> choice(choice.path("index").asInt(0), choice, "finish_reason"));
			switch (answer.path("type").asString("")) {
				case "message" -> choice(0, answer, "stop_reason");
				case "message_delta" -> choice(0, answer.path("delta"), "stop_reason");
				case "response.completed", "response.incomplete", "response.failed" ->
					choice(0, answer.path("response"), "status");
				case "error" -> this.broken = true;
				default -> {
				}
			}
			if ("response".equals(answer.path("object").asString(""))) {
				choice(0, answer, "status");
			}
		}
		catch (JacksonException ex) {
			this.broken = true;
		}
	}

	private void choice(int index, JsonNode choice, String reason) {
		this.begun.add(index);
		if (choice.hasNonNull(reason)) {
			this.broken |= !ITS_OWN.contains(choice.path(reason).asString(""));
			this.finished.add(index);
		}
	}

	private boolean isFinished() {
		return !this.broken && !this.begun.isEmpty() && this.finished.equals(this.begun);
	}

}
