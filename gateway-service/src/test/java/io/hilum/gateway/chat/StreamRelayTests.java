package io.hilum.gateway.chat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.hilum.gateway.phi.Form;
import io.hilum.gateway.phi.Restorer;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.text.PhiText;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StreamRelay}, {@link ChunkRewriter}, {@link SseReader} and
 * {@link ChoicesWalk}.
 */
class StreamRelayTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Map<String, PhiText> PSEUDONYMS = Map.of("[NAME_7KQ2]", PhiText.of("Irma \"Zoë\" Peter 😀"),
			"[MRN_M4TX]", PhiText.of("964\n741"));

	private static final Restorer RESTORER = Restorer.of(PSEUDONYMS);

	private static final Deidentified DEIDENTIFIED = new Deidentified(new byte[0], PhiState.DEIDENTIFIED, "v1",
			Map.of(), RESTORER, Map.of("chart_NAME_1", "chart_irma"), Form.TEXT);

	private final AnswerReader answers = new AnswerReader(ChatFixtures.PROPERTIES);

	@Example
	void restoresAPseudonymThatIsSplitOverChunks() {
		List<JsonNode> events = events(
				relay(content("Hello [NAME"), content("_7KQ"), content("2], bye"), finish(), DONE));
		assertThat(events).extracting((event) -> event.at("/choices/0/delta/content").asString())
			.containsExactly("Hello ", "", "Irma \"Zoë\" Peter 😀, bye", "");
	}

	@Example
	void flushesWhatItHeldBeforeTheChoiceEnds() {
		List<JsonNode> events = events(relay(content("see [NAME_7K"), finish(), DONE));
		assertThat(events).hasSize(3);
		assertThat(events.get(1).at("/choices/0/delta/content").asString()).isEqualTo("[NAME_7K");
		assertThat(events.get(1).at("/choices/0/finish_reason").isNull()).isTrue();
		assertThat(events.get(1).get("id").asString()).isEqualTo("c1");
		assertThat(events.get(2).at("/choices/0/finish_reason").asString()).isEqualTo("stop");
	}

	@Example
	void changesNothingButTheTextsOfAChunk() {
		String chunk = "{ \"id\":\"c1\",\"x\":[1.50,{\"y\":\"[NAME_7KQ2]\"}],\"choices\":[{\"delta\":{\"role\":\"assistant\","
				+ "\"content\":\"a [MRN_M4TX]\"},\"logprobs\":{\"content\":[{\"token\":\"[NAME_7KQ2]\"}]},\"index\":3}],\"usage\":null }";
		assertThat(text(relay(event(chunk), DONE)))
			.isEqualTo(event(chunk.replace("a [MRN_M4TX]", "a 964\\n741")) + DONE);
	}

	@Example
	void passesAStreamByteForByteWhenNothingWasTakenOut() {
		String stream = event("{\"id\":1,  \"choices\":[{\"delta\":{\"content\":\"\\u0041[NAME_7KQ2]\"}}]}") + DONE;
		StreamRelay relay = new StreamRelay(this.answers, ChatDialect.INSTANCE, new ChoicesForm(), Deidentified.NOTHING,
				null, 10_000);
		assertThat(text(relay.relay(Flux.just(stream.getBytes(StandardCharsets.UTF_8))))).isEqualTo(stream);
	}

	@Example
	void restoresArgumentsAndNamesOfToolCalls() {
		List<JsonNode> events = events(relay(event(
				"{\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":1,\"id\":\"call_1\",\"function\":{\"name\":\"chart_NAME_1\",\"arguments\":\"\"}}]}}]}"),
				arguments(1, "{\\\"who\\\": \\\"[NAME_7"), arguments(0, "{}"), arguments(1, "KQ2]\\\"}"),
				event("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"tool_calls\"}]}"), DONE));
		StringBuilder arguments = new StringBuilder();
		events.stream()
			.map((event) -> event.at("/choices/0/delta/tool_calls/0"))
			.filter((call) -> call.path("index").asInt(-1) == 1)
			.forEach((call) -> arguments.append(call.at("/function/arguments").asString()));
		assertThat(events.getFirst().at("/choices/0/delta/tool_calls/0/function/name").asString())
			.isEqualTo("chart_irma");
		assertThat(JSON.readTree(arguments.toString()).get("who").asString()).isEqualTo("Irma \"Zoë\" Peter 😀");
	}

	@Example
	void flushesArgumentsIntoTheirToolCall() {
		List<JsonNode> events = events(relay(arguments(2, "{\\\"a\\\":[N"), DONE));
		JsonNode call = events.getLast().at("/choices/0/delta/tool_calls/0");
		assertThat(call.get("index").asInt()).isEqualTo(2);
		assertThat(call.at("/function/arguments").asString()).isEqualTo("[N");
	}

	@Example
	void keepsContentJsonThatWasAskedForAsJson() {
		Deidentified json = new Deidentified(new byte[0], PhiState.DEIDENTIFIED, "v1", Map.of(), RESTORER, Map.of(),
				Form.JSON);
		StringBuilder content = new StringBuilder();
		String stream = content("{\\\"who\\\":\\\"[NAME_") + content("7KQ2]\\\"}") + finish() + DONE;
		events(new StreamRelay(this.answers, ChatDialect.INSTANCE, new ChoicesForm(), json, null, 10_000)
			.relay(Flux.just(stream.getBytes(StandardCharsets.UTF_8))))
			.forEach((event) -> content.append(event.at("/choices/0/delta/content").asString("")));
		assertThat(JSON.readTree(content.toString()).get("who").asString()).isEqualTo("Irma \"Zoë\" Peter 😀");
	}

	@Example
	void restoresThoughtsRefusalsAndCallsOfOtherKinds() {
		List<JsonNode> events = events(relay(delta("\"reasoning_content\":\"[NAME_7\""), delta("\"refusal\":\"[MRN_\""),
				delta("\"reasoning_content\":\"KQ2]\""), delta("\"refusal\":\"M4TX] [NAME_7K\""),
				delta("\"thinking_blocks\":[{\"type\":\"thinking\",\"thinking\":\"[NAME_7K\",\"signature\":\"[NAME_7KQ2]\"}]"),
				delta("\"tool_calls\":[{\"index\":1,\"type\":\"custom\",\"custom\":{\"input\":\"[NAME\"}}]"),
				delta("\"function_call\":{\"arguments\":\"[NAM\"}"), finish(), DONE));
		assertThat(all(events, "/choices/0/delta/reasoning_content")).isEqualTo("Irma \"Zoë\" Peter 😀");
		assertThat(all(events, "/choices/0/delta/refusal")).isEqualTo("964\n741 [NAME_7K");
		assertThat(all(events, "/choices/0/delta/thinking_blocks/0/thinking")).isEqualTo("[NAME_7K");
		assertThat(all(events, "/choices/0/delta/thinking_blocks/0/signature")).isEqualTo("[NAME_7KQ2]");
		assertThat(all(events, "/choices/0/delta/tool_calls/0/custom/input")).isEqualTo("[NAME");
		assertThat(all(events, "/choices/0/delta/function_call/arguments")).isEqualTo("[NAM");
	}

	@Example
	void restoresOlderCompletions() {
		String stream = event(
				"{\"id\":\"c1\",\"choices\":[{\"text\":\"a [NAME_\",\"index\":1,\"logprobs\":null,\"finish_reason\":null}]}")
				+ event("{\"id\":\"c1\",\"choices\":[{\"text\":\"7KQ2] [\",\"index\":1,\"logprobs\":null,\"finish_reason\":null}]}")
				+ event("{\"id\":\"c1\",\"choices\":[{\"text\":\"x\",\"index\":0,\"logprobs\":null,\"finish_reason\":\"stop\"}]}")
				+ DONE;
		List<JsonNode> events = events(
				new StreamRelay(this.answers, TextsDialect.PROMPT, new ChoicesForm(), DEIDENTIFIED, null, 10_000)
					.relay(Flux.just(stream.getBytes(StandardCharsets.UTF_8))));
		assertThat(all(events, "/choices/0/text")).isEqualTo("a Irma \"Zoë\" Peter 😀 x[");
		assertThat(events.getLast().at("/choices/0/index").asInt()).isEqualTo(1);
	}

	private static String all(List<JsonNode> events, String pointer) {
		StringBuilder all = new StringBuilder();
		events.forEach((event) -> all.append(event.at(pointer).asString("")));
		return all.toString();
	}

	private static String delta(String fields) {
		return event("{\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{" + fields + "}}]}");
	}

	@Example
	void keepsChoicesApart() {
		List<JsonNode> events = events(
				relay(choice(0, "[NAME_"), choice(1, "[MRN_"), choice(0, "7KQ2]"), choice(1, "M4TX]"), DONE));
		assertThat(events).extracting((event) -> event.at("/choices/0/delta/content").asString())
			.containsExactly("", "", "Irma \"Zoë\" Peter 😀", "964\n741");
	}

	@Example
	void endsABrokenStreamWithAnErrorAndWithoutTheEndMark() {
		StreamRelay relay = new StreamRelay(this.answers, ChatDialect.INSTANCE, new ChoicesForm(), DEIDENTIFIED, null,
				10_000);
		String out = text(relay.relay(Flux.just(content("Hello [NA").getBytes(StandardCharsets.UTF_8))
			.concatWith(Flux.error(new IllegalStateException("secret text")))));
		assertThat(out).contains("\"content\":\"[NA\"", "\"code\":\"stream_interrupted\"")
			.doesNotContain("[DONE]", "secret");
		assertThat(relay.outcome()).isEqualTo(StreamOutcome.BROKEN);
	}

	@Example
	void endsAStreamThatJustStopsTheSameWay() {
		assertThat(text(relay(content("Hello")))).contains("stream_interrupted").doesNotContain("[DONE]");
	}

	@Example
	void passesAnErrorOnAndNothingBehindIt() {
		String error = event("{\"error\":{\"message\":\"m\",\"type\":\"t\",\"param\":null,\"code\":\"c\"}}");
		assertThat(text(relay(content("Hello"), error, content("more"), DONE))).isEqualTo(content("Hello") + error);
	}

	@Example
	void passesNothingOnThatIsNoChunk() {
		assertThat(text(relay(event("<html>[NAME_7KQ2]"), DONE))).doesNotContain("html", "[DONE]")
			.contains("stream_interrupted");
	}

	@Example
	void boundsAnEvent() {
		StreamRelay relay = new StreamRelay(this.answers, ChatDialect.INSTANCE, new ChoicesForm(), DEIDENTIFIED, null,
				100);
		assertThat(text(relay.relay(Flux.just(("data: " + "x".repeat(101)).getBytes(StandardCharsets.UTF_8)))))
			.contains("stream_interrupted");
	}

	@Example
	void keepsForgedEventsInsideTheTextTheyCameIn() {
		List<JsonNode> events = events(
				relay(content("\\n\\ndata: [DONE]\\n\\ndata: {}\\r\\revent: x\\u2028"), finish(), DONE));
		assertThat(events).hasSize(2);
		assertThat(events.getFirst().at("/choices/0/delta/content").asString()).contains("data: [DONE]");
	}

	@Example
	void writesCitationsBeforeTheEndWithoutCountingUsageTwice() {
		StreamRelay relay = new StreamRelay(this.answers, ChatDialect.INSTANCE, new ChoicesForm(), DEIDENTIFIED,
				"{\"citations\":[]}".getBytes(StandardCharsets.UTF_8), 10_000);
		String usage = event("{\"id\":\"c1\",\"choices\":[],\"usage\":{\"total_tokens\":7}}");
		String out = text(relay.relay(Flux.just((content("x") + usage + DONE).getBytes(StandardCharsets.UTF_8))));
		assertThat(out).isEqualTo(content("x") + usage
				+ event("{\"id\":\"c1\",\"choices\":[],\"usage\":null,\"hilum\":{\"citations\":[]}}") + DONE);
	}

	@Example
	void cancelsTheUpstreamWhenTheClientLeaves() {
		List<String> seen = new ArrayList<>();
		Flux<byte[]> upstream = Flux.just(content("a").getBytes(StandardCharsets.UTF_8))
			.concatWith(Flux.never())
			.doOnCancel(() -> seen.add("cancelled"));
		StepVerifier
			.create(new StreamRelay(this.answers, ChatDialect.INSTANCE, new ChoicesForm(), DEIDENTIFIED, null, 1000)
				.relay(upstream))
			.expectNextCount(1)
			.thenCancel()
			.verify(Duration.ofSeconds(5));
		assertThat(seen).containsExactly("cancelled");
	}

	@Property(tries = 1000)
	void anySplitOfTextAndBytesRestoresTheWhole(@ForAll("words") List<String> deltas,
			@ForAll("cuts") List<Integer> cuts) {
		StringBuilder stream = new StringBuilder();
		for (String delta : deltas) {
			stream.append("data: " + JSON.writeValueAsString(chunk(delta)) + "\r\n\r\n");
		}
		byte[] bytes = (stream + finish() + DONE).getBytes(StandardCharsets.UTF_8);
		StringBuilder restored = new StringBuilder();
		events(relay(Flux.fromIterable(split(bytes, cuts))))
			.forEach((event) -> restored.append(event.at("/choices/0/delta/content").asString("")));
		assertThat(restored.toString()).isEqualTo(RESTORER.restore(String.join("", deltas), Form.TEXT));
	}

	private static Map<String, Object> chunk(String content) {
		return new TreeMap<>(
				Map.of("id", "c1", "choices", List.of(Map.of("index", 0, "delta", Map.of("content", content)))));
	}

	@Provide
	Arbitrary<List<String>> words() {
		return Arbitraries
			.of("[NAME_7KQ2]", "[NAME", "_7KQ2", "]", "[", "[MRN_M4TX", "[name_7kq2]", "é😀", "\n\n", "\"\\", "data: ",
					"[DONE]", "")
			.list()
			.ofMaxSize(12);
	}

	@Provide
	Arbitrary<List<Integer>> cuts() {
		return Arbitraries.integers().between(1, 40).list().ofMinSize(1).ofMaxSize(60);
	}

	private static List<byte[]> split(byte[] bytes, List<Integer> cuts) {
		List<byte[]> pieces = new ArrayList<>();
		int from = 0;
		for (int i = 0; from < bytes.length; i++) {
			int to = Math.min(bytes.length, from + cuts.get(i % cuts.size()));
			pieces.add(Arrays.copyOfRange(bytes, from, to));
			from = to;
		}
		return pieces;
	}

	private Flux<byte[]> relay(String... pieces) {
		return relay(Flux.fromArray(pieces).map((piece) -> piece.getBytes(StandardCharsets.UTF_8)));
	}

	private Flux<byte[]> relay(Flux<byte[]> pieces) {
		return new StreamRelay(this.answers, ChatDialect.INSTANCE, new ChoicesForm(), DEIDENTIFIED, null, 10_000)
			.relay(pieces);
	}

	private static String text(Flux<byte[]> relayed) {
		StringBuilder all = new StringBuilder();
		StepVerifier.create(relayed.map((bytes) -> new String(bytes, StandardCharsets.UTF_8)).doOnNext(all::append))
			.thenConsumeWhile((piece) -> true)
			.expectComplete()
			.verify(Duration.ofSeconds(5));
		return all.toString();
	}

	private static List<JsonNode> events(Flux<byte[]> relayed) {
		List<JsonNode> events = new ArrayList<>();
		for (String event : text(relayed).split("\n\n")) {
			@Nullable String data = event.startsWith("data: ") ? event.substring("data: ".length()) : null;
			assertThat(data).isNotNull();
			if (data != null && !data.equals("[DONE]")) {
				events.add(JSON.readTree(data));
			}
		}
		return events;
	}

	private static final String DONE = "data: [DONE]\n\n";

	private static String event(String json) {
		return "data: " + json + "\n\n";
	}

	private static String content(String text) {
		return event("{\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}");
	}

	private static String choice(int index, String text) {
		return event("{\"choices\":[{\"delta\":{\"content\":\"" + text + "\"},\"index\":" + index + "}]}");
	}

	private static String arguments(int tool, String text) {
		return event("{\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"function\":{\"arguments\":\"" + text
				+ "\"},\"index\":" + tool + "}]}}]}");
	}

	private static String finish() {
		return event("{\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}");
	}

}
