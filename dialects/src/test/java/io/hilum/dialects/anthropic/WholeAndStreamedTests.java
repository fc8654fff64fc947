package io.hilum.dialects.anthropic;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import io.hilum.dialects.AnswerStream;
import io.hilum.dialects.StreamTranslation;
import io.hilum.dialects.json.Json;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any message says the same whole ({@link WholeMessage}) and streamed
 * ({@link MessagesStream}), however it is cut.
 */
class WholeAndStreamedTests {

	@Property(tries = 300)
	void sayTheSame(@ForAll("messages") ObjectNode message, @ForAll @IntRange(min = 1, max = 7) int piece,
			@ForAll @IntRange(min = 1, max = 90) int part) {
		StreamTranslation translation = Requests.translate(Requests.hello(""));
		JsonNode whole = Json.readAnswer(translation.answer(Json.write(message)));
		Accumulated streamed = Accumulated.of(translate(translation.stream(),
				MessageEvents.of(message, piece).getBytes(StandardCharsets.UTF_8), part));
		ObjectNode expected = (ObjectNode) whole.path("choices").path(0).path("message");
		ObjectNode got = streamed.message();
		assertThat(got.path("content").asString("")).isEqualTo(expected.path("content").asString(""));
		assertThat(got.path("refusal").asString("")).isEqualTo(expected.path("refusal").asString(""));
		for (String name : new String[] { "reasoning_content", "thinking_blocks", "tool_calls", "annotations" }) {
			assertThat(got.path(name).toString()).as(name).isEqualTo(expected.path(name).toString());
		}
		assertThat(streamed.end().path("finish_reason"))
			.hasToString(whole.path("choices").path(0).path("finish_reason").toString());
		assertThat(streamed.end().path("usage").toString()).isEqualTo(whole.path("usage").toString());
		assertThat(streamed.end().path("id").toString()).isEqualTo(whole.path("id").toString());
		assertThat(streamed.isDone()).isTrue();
	}

	private static byte[] translate(AnswerStream answer, byte[] stream, int part) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (int at = 0; at < stream.length; at += part) {
			all.writeBytes(answer.accept(Arrays.copyOfRange(stream, at, Math.min(stream.length, at + part))));
		}
		all.writeBytes(answer.end());
		return all.toByteArray();
	}

	@Provide
	Arbitrary<ObjectNode> messages() {
		Arbitrary<String> reasons = Arbitraries.of("end_turn", "max_tokens", "stop_sequence", "tool_use", "pause_turn",
				"refusal", "model_context_window_exceeded", "reason_of_the_future");
		return Combinators
			.combine(blocks().list().ofMaxSize(6), reasons, Arbitraries.integers().between(0, 9).list().ofSize(4),
					maybe(texts()))
			.as(WholeAndStreamedTests::message);
	}

	private static ObjectNode message(List<ObjectNode> blocks, String reason, List<Integer> counts, String refusal) {
		ObjectNode message = Json.object().put("id", "msg_1").put("type", "message").put("model", "claude-x");
		message.putArray("content").addAll(blocks);
		message.put("stop_reason", reason);
		if (!refusal.isEmpty()) {
			message.putObject("stop_details").put("type", "refusal").put("explanation", refusal);
		}
		message.putObject("usage")
			.put("input_tokens", counts.get(0))
			.put("cache_read_input_tokens", counts.get(1))
			.put("cache_creation_input_tokens", counts.get(2))
			.put("output_tokens", counts.get(3));
		return message;
	}

	private static Arbitrary<String> maybe(Arbitrary<String> texts) {
		return Arbitraries.oneOf(Arbitraries.just(""), texts);
	}

	private static Arbitrary<String> texts() {
		return Arbitraries.strings().ofMaxLength(12).withChars("aä€\"\\\n{}:, ").map((text) -> text + "𝄞");
	}

	private static Arbitrary<ObjectNode> blocks() {
		Arbitrary<ObjectNode> text = Combinators.combine(texts(), Arbitraries.integers().between(0, 3))
			.as(WholeAndStreamedTests::textBlock);
		Arbitrary<ObjectNode> thinking = Combinators.combine(texts(), texts())
			.as((thought, signature) -> Json.object()
				.put("type", "thinking")
				.put("thinking", thought)
				.put("signature", signature));
		Arbitrary<ObjectNode> redacted = texts()
			.map((data) -> Json.object().put("type", "redacted_thinking").put("data", data));
		Arbitrary<ObjectNode> tool = Combinators
			.combine(Arbitraries.of("tool_use", "server_tool_use", "mcp_tool_use"), maybe(texts()))
			.as(WholeAndStreamedTests::toolBlock);
		Arbitrary<ObjectNode> other = Arbitraries
			.of("web_search_tool_result", "bash_code_execution_tool_result", "fallback", "block_of_the_future")
			.map((type) -> Json.object().put("type", type).set("content", Json.object().put("text", "no")));
		return Arbitraries.oneOf(text, thinking, redacted, tool, other);
	}

	private static ObjectNode textBlock(String text, int citations) {
		ObjectNode block = Json.object().put("type", "text").put("text", text);
		for (int i = 0; i < citations; i++) {
			block.withArray("citations")
				.addObject()
				.put("type", "web_search_result_location")
				.put("url", (i == 1) ? "urn:x" : "https://x/" + i)
				.put("title", text);
		}
		return block;
	}

	private static ObjectNode toolBlock(String type, String value) {
		ObjectNode block = Json.object().put("type", type).put("id", "toolu_1").put("name", "f");
		ObjectNode input = block.putObject("input");
		if (!value.isEmpty()) {
			input.put("value", value).putArray("list").add(1).addNull();
		}
		return block;
	}

}
