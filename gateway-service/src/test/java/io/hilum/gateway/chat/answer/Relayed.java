package io.hilum.gateway.chat.answer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.hilum.gateway.chat.ChatFixtures;
import io.hilum.gateway.phi.Form;
import io.hilum.gateway.phi.Restorer;
import io.hilum.trust.text.PhiText;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
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
public record Relayed(String text, StreamOutcome outcome) {

	public static final String NAME = "Irma \"Zoë\" Peter 😀";

	public static final Restorer RESTORER = Restorer
		.of(Map.of("[NAME_7KQ2]", PhiText.of(NAME), "[MRN_M4TX]", PhiText.of("964\n741")));

	private static final String DATA = "data: ";

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final int MAX_EVENT = 10_000;

	/**
	 * What was taken out of the request.
	 * @param contentForm the form in which the model answers
	 * @return it
	 */
	public static Originals taken(Form contentForm) {
		return new Originals(RESTORER, Map.of("chart_NAME_1", "chart_irma"), contentForm);
	}

	public static Relayed through(AnswerForm form, String stream) {
		return through(form, taken(Form.TEXT), null, List.of(stream.getBytes(StandardCharsets.UTF_8)));
	}

	public static Relayed through(AnswerForm form, Originals originals, @Nullable String hilum, List<byte[]> pieces) {
		return through(form, originals, hilum, Flux.fromIterable(pieces), MAX_EVENT);
	}

	static Relayed through(AnswerForm form, Originals originals, @Nullable String hilum, Flux<byte[]> pieces,
			int maxEvent) {
		byte[] field = (hilum != null) ? hilum.getBytes(StandardCharsets.UTF_8) : null;
		StreamRelay relay = new StreamRelay(ChatFixtures.ANSWERS, form, "req_1", originals, field, maxEvent);
		StringBuilder all = new StringBuilder();
		StepVerifier
			.create(relay.relay(pieces).doOnNext((bytes) -> all.append(new String(bytes, StandardCharsets.UTF_8))))
			.thenConsumeWhile((piece) -> true)
			.expectComplete()
			.verify(Duration.ofSeconds(60));
		return new Relayed(all.toString(), relay.outcome());
	}

	/**
	 * Pieces of text in which pseudonyms begin, go on and end, and things that a reader
	 * of streams could trip over.
	 * @param more what else an API could trip over
	 * @return lists of pieces
	 */
	public static Arbitrary<List<String>> texts(String... more) {
		return Arbitraries
			.of(Stream.concat(Stream.of("[NAME_7KQ2]", "[NAME", "_7KQ2", "]", "[", "[MRN_M4TX", "[name_7kq2]",
					"NAME_7KQ2", "NAME\\_7KQ2", "\\[", "\\", "%5BNAME_7KQ2%5D", "%5", "_", "**", "x", "MRN_M4TX's",
					"é😀", "\n\n", "\"\\", "data: ", ""), Stream.of(more))
				.toList())
			.list()
			.ofMaxSize(12);
	}

	/**
	 * How many bytes come at a time.
	 * @return lists of lengths, to be used over and over
	 */
	public static Arbitrary<List<Integer>> cuts() {
		return Arbitraries.integers().between(1, 40).list().ofMinSize(1).ofMaxSize(60);
	}

	/**
	 * Arguments of a tool with a text in them.
	 * @param texts the pieces of the text
	 * @param cuts where the arguments are cut
	 * @return the pieces of the arguments
	 */
	public static List<String> arguments(List<String> texts, List<Integer> cuts) {
		String json = JSON.writeValueAsString(Map.of("note", String.join("", texts)));
		List<String> pieces = new ArrayList<>();
		int from = 0;
		for (int i = 0; from < json.length(); i++) {
			int to = Math.min(json.length(), from + cuts.get(i % cuts.size()));
			to = (to < json.length() && Character.isLowSurrogate(json.charAt(to))) ? to + 1 : to;
			pieces.add(json.substring(from, to));
			from = to;
		}
		return pieces;
	}

	/**
	 * The text in arguments that came in pieces, which must be whole JSON.
	 * @param arguments all pieces together
	 * @return the text
	 */
	public static String note(String arguments) {
		return JSON.readTree(arguments).get("note").asString();
	}

	/**
	 * A text as it must come out of arguments, where a quote follows it.
	 * @param texts the pieces of the text
	 * @return the text with identifiers
	 */
	public static String restored(List<String> texts) {
		String restored = RESTORER.restore(String.join("", texts) + '"', Form.TEXT);
		return restored.substring(0, restored.length() - 1);
	}

	public static List<byte[]> split(String stream, List<Integer> cuts) {
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
	public static String event(String json) {
		return "event: " + JSON.readTree(json).get("type").asString() + "\ndata: " + json + "\n\n";
	}

	/**
	 * The data of all events, none of which has a name.
	 */
	List<JsonNode> chunks() {
		List<JsonNode> chunks = new ArrayList<>();
		for (String event : this.text.split("\n\n")) {
			if (!event.startsWith(DATA)) {
				throw new AssertionError("not without a name: " + event);
			}
			if (!event.equals(DATA + "[DONE]")) {
				chunks.add(JSON.readTree(event.substring(DATA.length())));
			}
		}
		return chunks;
	}

	/**
	 * The data of all events, each of which must have its type as its name.
	 */
	public List<JsonNode> typed() {
		List<JsonNode> events = new ArrayList<>();
		for (String event : this.text.split("\n\n")) {
			String[] lines = event.split("\n");
			JsonNode data = JSON.readTree(lines[1].substring(DATA.length()));
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
	public String joined(String pointer) {
		StringBuilder joined = new StringBuilder();
		typed().forEach((event) -> joined.append(event.at(pointer).asString("")));
		return joined.toString();
	}

}
