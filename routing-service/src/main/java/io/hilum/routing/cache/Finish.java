package io.hilum.routing.cache;

import java.util.HashSet;
import java.util.Set;

import io.hilum.dialects.sse.EventData;
import io.hilum.dialects.sse.EventScanner;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether a model came to the end of what it had to say in each choice of a chat
 * completion. What a limit, a filter or an error ended may be longer or other the next
 * time.
 */
final class Finish {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Set<String> ITS_OWN = Set.of("stop", "tool_calls", "function_call");

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
			answer.path("choices").forEach(this::choice);
		}
		catch (JacksonException ex) {
			this.broken = true;
		}
	}

	private void choice(JsonNode choice) {
		Integer index = choice.path("index").asInt(0);
		this.begun.add(index);
		if (choice.hasNonNull("finish_reason")) {
			this.broken |= !ITS_OWN.contains(choice.path("finish_reason").asString(""));
			this.finished.add(index);
		}
	}

	private boolean isFinished() {
		return !this.broken && !this.begun.isEmpty() && this.finished.equals(this.begun);
	}

}
