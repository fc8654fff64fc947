package io.hilum.gateway.chat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.hilum.gateway.models.Endpoint;
import io.hilum.gateway.phi.Form;
import io.hilum.gateway.phi.Restorer;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A streamed answer that went through a {@link StreamRelay}, as a client reads it.
 *
 * @param text all bytes as text
 * @param outcome how the relay says it ended
 */
record Relayed(String text, StreamOutcome outcome) {

	static final String NAME = "Irma \"Zoë\" Peter 😀";

	static final Restorer RESTORER = Restorer
		.of(Map.of("[NAME_7KQ2]", PhiText.of(NAME), "[MRN_M4TX]", PhiText.of("964\n741")));

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final int MAX_EVENT = 10_000;

	static Deidentified taken(Form contentForm) {
		return new Deidentified(new byte[0], PhiState.DEIDENTIFIED, "v1", Map.of(), RESTORER,
				Map.of("chart_NAME_1", "chart_irma"), contentForm);
	}

	static Relayed through(Endpoint endpoint, String stream) {
		return through(endpoint, taken(Form.TEXT), null, List.of(stream.getBytes(StandardCharsets.UTF_8)));
	}

	static Relayed through(Endpoint endpoint, Deidentified deidentified, @Nullable String hilum, List<byte[]> pieces) {
		Dialect dialect = Dialect.of(endpoint);
		byte[] field = (hilum != null) ? hilum.getBytes(StandardCharsets.UTF_8) : null;
		StreamRelay relay = new StreamRelay(new AnswerReader(ChatFixtures.PROPERTIES), dialect, dialect.events("req_1"),
				deidentified, field, MAX_EVENT);
		StringBuilder all = new StringBuilder();
		StepVerifier
			.create(relay.relay(Flux.fromIterable(pieces))
				.doOnNext((bytes) -> all.append(new String(bytes, StandardCharsets.UTF_8))))
			.thenConsumeWhile((piece) -> true)
			.expectComplete()
			.verify(Duration.ofSeconds(5));
		return new Relayed(all.toString(), relay.outcome());
	}

	static List<byte[]> split(String stream, List<Integer> cuts) {
		byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
		List<byte[]> pieces = new ArrayList<>();
		int from = 0;
		for (int i = 0; from < bytes.length; i++) {
			int to = Math.min(bytes.length, from + cuts.get(i % cuts.size()));
			pieces.add(Arrays.copyOfRange(bytes, from, to));
			from = to;
		}
		return pieces;
	}

	/**
	 * An event with its name, as APIs with typed events send it.
	 */
	static String event(String json) {
		return "event: " + JSON.readTree(json).get("type").asString() + "\ndata: " + json + "\n\n";
	}

	/**
	 * The data of all events, each of which must have its type as its name.
	 */
	List<JsonNode> typed() {
		List<JsonNode> events = new ArrayList<>();
		for (String event : this.text.split("\n\n")) {
			String[] lines = event.split("\n");
			JsonNode data = JSON.readTree(lines[1].substring("data: ".length()));
			if (!lines[0].equals("event: " + data.get("type").asString())) {
				throw new AssertionError("not named after its type: " + event);
			}
			events.add(data);
		}
		return events;
	}

	/**
	 * The strings at a place of all events, one behind the other.
	 */
	String joined(String pointer) {
		StringBuilder joined = new StringBuilder();
		typed().forEach((event) -> joined.append(event.at(pointer).asString("")));
		return joined.toString();
	}

}
