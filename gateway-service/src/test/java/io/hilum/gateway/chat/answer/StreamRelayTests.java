package io.hilum.gateway.chat.answer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.hilum.gateway.chat.ChatFixtures;
import io.hilum.gateway.chat.dialect.choices.ChatDialect;
import io.hilum.gateway.chat.dialect.choices.TextsDialect;
import io.hilum.gateway.chat.wire.SseReader;
import io.hilum.gateway.phi.Form;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StreamRelay}, {@link ChunkRewriter} and {@link SseReader}, by the
 * chunks of chats.
 */
class StreamRelayTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final AnswerForm CHAT = ChatDialect.INSTANCE;

	private static final Originals ORIGINALS = Relayed.taken(Form.TEXT);

	private static final String DONE = "data: [DONE]\n\n";

	@Example
	void restoresAPseudonymThatIsSplitOverChunks() {
		List<JsonNode> events = relay(content("Hello [NAME"), content("_7KQ"), content("2], bye"), finish(), DONE)
			.chunks();
		assertThat(events).extracting((event) -> event.at("/choices/0/delta/content").asString())
			.containsExactly("Hello ", "", Relayed.NAME + ", bye", "");
	}

	@Example
	void flushesWhatItHeldBeforeTheChoiceEnds() {
		List<JsonNode> events = relay(content("see [NAME_7K"), finish(), DONE).chunks();
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
		assertThat(relay(event(chunk), DONE).text())
			.isEqualTo(event(chunk.replace("a [MRN_M4TX]", "a 964\\n741")) + DONE);
	}

	@Example
	void passesAStreamByteForByteWhenNothingWasTakenOut() {
		String stream = event("{\"id\":1,  \"choices\":[{\"delta\":{\"content\":\"\\u0041[NAME_7KQ2]\"}}]}") + DONE;
		assertThat(Relayed.through(CHAT, Originals.NONE, null, List.of(bytes(stream))).text()).isEqualTo(stream);
	}

	@Example
	void restoresArgumentsAndNamesOfToolCalls() {
		List<JsonNode> events = relay(event(
				"{\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":1,\"id\":\"call_1\",\"function\":{\"name\":\"chart_NAME_1\",\"arguments\":\"\"}}]}}]}"),
				arguments(1, "{\\\"who\\\": \\\"[NAME_7"), arguments(0, "{}"), arguments(1, "KQ2]\\\"}"),
				event("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"tool_calls\"}]}"), DONE)
			.chunks();
		StringBuilder arguments = new StringBuilder();
		events.stream()
			.map((event) -> event.at("/choices/0/delta/tool_calls/0"))
			.filter((call) -> call.path("index").asInt(-1) == 1)
			.forEach((call) -> arguments.append(call.at("/function/arguments").asString()));
		assertThat(events.getFirst().at("/choices/0/delta/tool_calls/0/function/name").asString())
			.isEqualTo("chart_irma");
		assertThat(JSON.readTree(arguments.toString()).get("who").asString()).isEqualTo(Relayed.NAME);
	}

	@Example
	void flushesArgumentsIntoTheirToolCall() {
		List<JsonNode> events = relay(arguments(2, "{\\\"a\\\":[N"), DONE).chunks();
		JsonNode call = events.getLast().at("/choices/0/delta/tool_calls/0");
		assertThat(call.get("index").asInt()).isEqualTo(2);
		assertThat(call.at("/function/arguments").asString()).isEqualTo("[N");
	}

	@Example
	void keepsContentJsonThatWasAskedForAsJson() {
		StringBuilder content = new StringBuilder();
		String stream = content("{\\\"who\\\":\\\"[NAME_") + content("7KQ2]\\\"}") + finish() + DONE;
		Relayed.through(CHAT, Relayed.taken(Form.JSON), null, List.of(bytes(stream)))
			.chunks()
			.forEach((event) -> content.append(event.at("/choices/0/delta/content").asString("")));
		assertThat(JSON.readTree(content.toString()).get("who").asString()).isEqualTo(Relayed.NAME);
	}

	@Example
	void restoresThoughtsRefusalsAndCallsOfOtherKinds() {
		List<JsonNode> events = relay(delta("\"reasoning_content\":\"[NAME_7\""), delta("\"refusal\":\"[MRN_\""),
				delta("\"reasoning_content\":\"KQ2]\""), delta("\"refusal\":\"M4TX] [NAME_7K\""),
				delta("\"thinking_blocks\":[{\"type\":\"thinking\",\"thinking\":\"[NAME_7K\",\"signature\":\"[NAME_7KQ2]\"}]"),
				delta("\"tool_calls\":[{\"index\":1,\"type\":\"custom\",\"custom\":{\"input\":\"[NAME\"}}]"),
				delta("\"function_call\":{\"arguments\":\"[NAM\"}"), finish(), DONE)
			.chunks();
		assertThat(all(events, "/choices/0/delta/reasoning_content")).isEqualTo(Relayed.NAME);
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
		List<JsonNode> events = Relayed.through(TextsDialect.PROMPT, stream).chunks();
		assertThat(all(events, "/choices/0/text")).isEqualTo("a " + Relayed.NAME + " x[");
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
		List<JsonNode> events = relay(choice(0, "[NAME_"), choice(1, "[MRN_"), choice(0, "7KQ2]"), choice(1, "M4TX]"),
				DONE)
			.chunks();
		assertThat(events).extracting((event) -> event.at("/choices/0/delta/content").asString())
			.containsExactly("", "", Relayed.NAME, "964\n741");
	}

	@Example
	void endsABrokenStreamWithAnErrorAndWithoutTheEndMark() {
		Flux<byte[]> cut = Flux.just(bytes(content("Hello [NA")))
			.concatWith(Flux.error(new IllegalStateException("secret text")));
		Relayed relayed = Relayed.through(CHAT, ORIGINALS, null, cut, 10_000);
		assertThat(relayed.text()).contains("\"content\":\"[NA\"", "\"code\":\"stream_interrupted\"")
			.doesNotContain("[DONE]", "secret");
		assertThat(relayed.outcome()).isEqualTo(StreamOutcome.BROKEN);
	}

	@Example
	void endsAStreamThatJustStopsTheSameWay() {
		assertThat(relay(content("Hello")).text()).contains("stream_interrupted").doesNotContain("[DONE]");
	}

	@Example
	void passesAnErrorOnAndNothingBehindIt() {
		String error = event("{\"error\":{\"message\":\"m\",\"type\":\"t\",\"param\":null,\"code\":\"c\"}}");
		assertThat(relay(content("Hello"), error, content("more"), DONE).text()).isEqualTo(content("Hello") + error);
	}

	@Example
	void passesNothingOnThatIsNoChunk() {
		assertThat(relay(event("<html>[NAME_7KQ2]"), DONE).text()).doesNotContain("html", "[DONE]")
			.contains("stream_interrupted");
	}

	@Example
	void boundsAnEvent() {
		Flux<byte[]> large = Flux.just(bytes("data: " + "x".repeat(101)));
		assertThat(Relayed.through(CHAT, ORIGINALS, null, large, 100).text()).contains("stream_interrupted");
	}

	@Example
	void keepsForgedEventsInsideTheTextTheyCameIn() {
		List<JsonNode> events = relay(content("\\n\\ndata: [DONE]\\n\\ndata: {}\\r\\revent: x\\u2028"), finish(), DONE)
			.chunks();
		assertThat(events).hasSize(2);
		assertThat(events.getFirst().at("/choices/0/delta/content").asString()).contains("data: [DONE]");
	}

	@Example
	void writesCitationsBeforeTheEndWithoutCountingUsageTwice() {
		String usage = event("{\"id\":\"c1\",\"choices\":[],\"usage\":{\"total_tokens\":7}}");
		Relayed relayed = Relayed.through(CHAT, ORIGINALS, "{\"citations\":[]}",
				List.of(bytes(content("x") + usage + DONE)));
		assertThat(relayed.text()).isEqualTo(content("x") + usage
				+ event("{\"id\":\"c1\",\"choices\":[],\"usage\":null,\"hilum\":{\"citations\":[]}}") + DONE);
	}

	@Example
	void cancelsTheUpstreamWhenTheClientLeaves() {
		List<String> seen = new ArrayList<>();
		Flux<byte[]> upstream = Flux.just(bytes(content("a")))
			.concatWith(Flux.never())
			.doOnCancel(() -> seen.add("cancelled"));
		StepVerifier.create(new StreamRelay(ChatFixtures.ANSWERS, CHAT, "req_1", ORIGINALS, null, 1000).relay(upstream))
			.expectNextCount(1)
			.thenCancel()
			.verify(Duration.ofSeconds(60));
		assertThat(seen).containsExactly("cancelled");
	}

	@Property(tries = 1000)
	void anySplitOfTextAndBytesRestoresTheWhole(@ForAll("words") List<String> deltas,
			@ForAll("cuts") List<Integer> cuts) {
		StringBuilder stream = new StringBuilder();
		for (String delta : deltas) {
			stream.append("data: " + JSON.writeValueAsString(chunk(delta)) + "\r\n\r\n");
		}
		StringBuilder restored = new StringBuilder();
		Relayed.through(CHAT, ORIGINALS, null, Relayed.split(stream + finish() + DONE, cuts))
			.chunks()
			.forEach((event) -> restored.append(event.at("/choices/0/delta/content").asString("")));
		assertThat(restored.toString()).isEqualTo(Relayed.RESTORER.restore(String.join("", deltas), Form.TEXT));
	}

	@Property(tries = 300)
	void anySplitOfArgumentsRestoresTheWhole(@ForAll("words") List<String> texts, @ForAll("cuts") List<Integer> cuts) {
		StringBuilder stream = new StringBuilder();
		for (String piece : Relayed.arguments(texts, cuts)) {
			Map<String, Object> call = Map.of("index", 0, "function", Map.of("arguments", piece));
			stream.append(event(JSON.writeValueAsString(
					Map.of("choices", List.of(Map.of("index", 0, "delta", Map.of("tool_calls", List.of(call))))))));
		}
		List<JsonNode> chunks = Relayed
			.through(CHAT, ORIGINALS, null, Relayed.split(stream + finish() + DONE, List.of(4096)))
			.chunks();
		assertThat(Relayed.note(all(chunks, "/choices/0/delta/tool_calls/0/function/arguments")))
			.isEqualTo(Relayed.restored(texts));
	}

	private static Map<String, Object> chunk(String content) {
		return new TreeMap<>(
				Map.of("id", "c1", "choices", List.of(Map.of("index", 0, "delta", Map.of("content", content)))));
	}

	@Provide
	Arbitrary<List<String>> words() {
		return Relayed.texts("[DONE]");
	}

	@Provide
	Arbitrary<List<Integer>> cuts() {
		return Relayed.cuts();
	}

	private static Relayed relay(String... pieces) {
		return Relayed.through(CHAT, ORIGINALS, null, Stream.of(pieces).map(StreamRelayTests::bytes).toList());
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

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
