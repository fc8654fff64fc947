package io.hilum.dialects.bedrock;

import java.util.Arrays;
import java.util.List;

import io.hilum.dialects.AnswerStream;
import io.hilum.dialects.BrokenAnswerException;
import io.hilum.dialects.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ConverseStreamTests {

	private static final byte[] ANSWER = new Frames().event("messageStart", "{\"role\":\"assistant\",\"p\":\"abc\"}")
		.event("contentBlockDelta", delta(0, "{\"reasoningContent\":{\"text\":\"H\"}}"))
		.event("contentBlockDelta", delta(0, "{\"reasoningContent\":{\"text\":\"m\"}}"))
		.event("contentBlockDelta", delta(0, "{\"reasoningContent\":{\"signature\":\"S\"}}"))
		.event("contentBlockStop", "{\"contentBlockIndex\":0}")
		.event("contentBlockDelta", delta(1, "{\"text\":\"Grüß \"}"))
		.event("contentBlockDelta", delta(1, "{\"text\":\"Gott\"}"))
		.event("contentBlockDelta",
				delta(1, "{\"citation\":{\"title\":\"T\",\"location\":{\"web\":{\"url\":\"https://example.org\"}}}}"))
		.event("contentBlockStop", "{\"contentBlockIndex\":1}")
		.event("contentBlockStart",
				"{\"contentBlockIndex\":2,\"start\":{\"toolUse\":{\"toolUseId\":\"a\",\"name\":\"f\"}}}")
		.event("contentBlockDelta", delta(2, "{\"toolUse\":{\"input\":\"\"}}"))
		.event("contentBlockDelta", delta(2, "{\"toolUse\":{\"input\":\"{\\\"x\\\":\"}}"))
		.event("contentBlockDelta", delta(2, "{\"toolUse\":{\"input\":\"1}\"}}"))
		.event("contentBlockStop", "{\"contentBlockIndex\":2}")
		.event("contentBlockStart",
				"{\"contentBlockIndex\":3,\"start\":{\"toolUse\":{\"toolUseId\":\"b\",\"name\":\"g\"}}}")
		.event("contentBlockStop", "{\"contentBlockIndex\":3}")
		.event("messageStop", "{\"stopReason\":\"tool_use\"}")
		.event("metadata",
				"{\"usage\":{\"inputTokens\":3,\"outputTokens\":4,\"totalTokens\":9,\"cacheReadInputTokens\":2},\"metrics\":{\"latencyMs\":5}}")
		.bytes();

	private static String delta(int block, String delta) {
		return "{\"contentBlockIndex\":" + block + ",\"delta\":" + delta + "}";
	}

	@Test
	void writesAChunkForEachEvent() {
		List<String> events = Chats.streamed(ANSWER);
		assertThat(events).last().isEqualTo("[DONE]");
		assertThat(events.subList(0, events.size() - 1)).extracting(ConverseStreamTests::said)
			.containsExactly("{\"role\":\"assistant\",\"content\":\"\"}",
					"{\"reasoning_content\":\"H\",\"thinking_blocks\":[{\"index\":0,\"type\":\"thinking\",\"thinking\":\"H\"}]}",
					"{\"reasoning_content\":\"m\",\"thinking_blocks\":[{\"index\":0,\"type\":\"thinking\",\"thinking\":\"m\"}]}",
					"{\"thinking_blocks\":[{\"index\":0,\"type\":\"thinking\",\"signature\":\"S\"}]}",
					"{\"content\":\"Grüß \"}", "{\"content\":\"Gott\"}",
					"{\"annotations\":[{\"type\":\"url_citation\",\"url_citation\":{\"start_index\":0,\"end_index\":9,"
							+ "\"title\":\"T\",\"url\":\"https://example.org\"},\"index\":0}]}",
					"{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"\"}}]}",
					"{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{\\\"x\\\":\"}}]}",
					"{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"1}\"}}]}",
					"{\"tool_calls\":[{\"index\":1,\"id\":\"b\",\"type\":\"function\",\"function\":{\"name\":\"g\",\"arguments\":\"\"}}]}",
					"{\"tool_calls\":[{\"index\":1,\"function\":{\"arguments\":\"{}\"}}]}", "tool_calls", "usage 5+4");
	}

	@Test
	void endsBlocksThatAreLeftOpen() {
		byte[] answer = new Frames().event("messageStart", "{\"role\":\"assistant\"}")
			.event("contentBlockDelta", delta(0,
					"{\"citation\":{\"title\":\"T\",\"location\":{\"web\":{\"url\":\"https://example.org\"}}}}"))
			.event("contentBlockStart",
					"{\"contentBlockIndex\":1,\"start\":{\"toolUse\":{\"toolUseId\":\"a\",\"name\":\"f\"}}}")
			.event("laterEvent", "{\"contentBlockIndex\":1,\"x\":{}}")
			.event("messageStop", "{\"stopReason\":\"tool_use\"}")
			.bytes();
		List<String> events = Chats.streamed(answer);
		assertThat(String.join("\n", events)).contains("{\"index\":0,\"function\":{\"arguments\":\"{}\"}}",
				"\"annotations\":[{\"type\":\"url_citation\"");
		assertThat(events.get(events.size() - 2)).contains("\"finish_reason\":\"tool_calls\"");
		assertThat(events).last().isEqualTo("[DONE]");
	}

	@Test
	void saysInWhichTierItWasServed() {
		byte[] answer = new Frames().event("messageStart", "{\"role\":\"assistant\"}")
			.event("contentBlockDelta", delta(0, "{\"text\":\"Hi\"}"))
			.event("messageStop", "{\"stopReason\":\"end_turn\"}")
			.event("metadata",
					"{\"usage\":{\"inputTokens\":3,\"outputTokens\":4},\"serviceTier\":{\"type\":\"default\"}}")
			.bytes();
		List<String> events = Chats.streamed(answer);
		assertThat(Json.mapper().readTree(events.get(events.size() - 2)).path("service_tier").asString())
			.isEqualTo("default");
		assertThat(Json.mapper().readTree(events.getFirst()).has("service_tier")).isFalse();
	}

	private static String said(String event) {
		JsonNode chunk = Json.mapper().readTree(event);
		JsonNode choice = chunk.path("choices").path(0);
		if (choice.isMissingNode()) {
			JsonNode usage = chunk.path("usage");
			return "usage " + usage.path("prompt_tokens") + "+" + usage.path("completion_tokens");
		}
		JsonNode finish = choice.path("finish_reason");
		return finish.isString() ? finish.asString() : choice.path("delta").toString();
	}

	@Test
	void readsTheSameWhereverTheStreamIsCut() {
		List<String> whole = Chats.streamed(ANSWER);
		for (int cut = 0; cut <= ANSWER.length; cut++) {
			assertThat(Chats.streamed(Arrays.copyOf(ANSWER, cut), Arrays.copyOfRange(ANSWER, cut, ANSWER.length)))
				.isEqualTo(whole);
		}
		byte[][] single = new byte[ANSWER.length][];
		for (int i = 0; i < ANSWER.length; i++) {
			single[i] = new byte[] { ANSWER[i] };
		}
		assertThat(Chats.streamed(single)).isEqualTo(whole);
	}

	@Test
	void neverSaysDoneBeforeTheAnswerIsWhole() {
		int stop = new String(ANSWER, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("tool_use\"}") + 14;
		for (int length = 0; length < ANSWER.length; length++) {
			boolean done = Chats.streamed(Arrays.copyOf(ANSWER, length)).contains("[DONE]");
			assertThat(done).as("after %s bytes", length).isEqualTo(length >= stop);
		}
	}

	@Test
	void refusesAFrameWithAWrongChecksum() {
		for (int i = 0; i < 200; i++) {
			byte[] broken = ANSWER.clone();
			broken[i] ^= 1;
			AnswerStream stream = Chats.anyCall().stream();
			assertThatExceptionOfType(BrokenAnswerException.class).isThrownBy(() -> stream.accept(broken));
		}
	}

	@ParameterizedTest
	@CsvSource({ "throttlingException, rate_limit_error", "validationException, invalid_request_error",
			"modelStreamErrorException, server_error", "internalServerException, server_error",
			"serviceUnavailableException, server_error" })
	void endsWithAnErrorWhereBedrockThrows(String exception, String type) {
		List<String> events = Chats.streamed(new Frames().event("messageStart", "{\"role\":\"assistant\"}")
			.exception(exception, "{\"message\":\"why\"}")
			.event("messageStop", "{\"stopReason\":\"end_turn\"}")
			.bytes());
		assertThat(events).hasSize(2)
			.last()
			.isEqualTo("{\"error\":{\"message\":\"why\",\"type\":\"" + type + "\",\"param\":null,\"code\":\""
					+ exception + "\"}}");
	}

	@Test
	void endsWithAnErrorWhereTheStreamItselfFails() {
		assertThat(Chats.streamed(new Frames().error("InternalFailure", "oops").bytes())).containsExactly(
				"{\"error\":{\"message\":\"oops\",\"type\":\"server_error\",\"param\":null,\"code\":\"InternalFailure\"}}");
	}

	@Test
	void leavesOutWhatBedrockCallsItself() {
		List<String> events = Chats.streamed(new Frames().event("messageStart", "{\"role\":\"assistant\"}")
			.event("contentBlockStart",
					"{\"contentBlockIndex\":0,\"start\":{\"toolUse\":{\"toolUseId\":\"s\",\"name\":\"search\",\"type\":\"server_tool_use\"}}}")
			.event("contentBlockDelta", delta(0, "{\"toolUse\":{\"input\":\"{}\"}}"))
			.event("contentBlockStop", "{\"contentBlockIndex\":0}")
			.event("contentBlockStart", "{\"contentBlockIndex\":1,\"start\":{\"image\":{\"format\":\"jpeg\"}}}")
			.event("contentBlockDelta", delta(1, "{\"image\":{\"source\":{\"bytes\":\"AAAA\"}}}"))
			.event("contentBlockDelta", delta(1, "{\"image\":{\"source\":{\"bytes\":\"BBBB\"}}}"))
			.event("contentBlockStop", "{\"contentBlockIndex\":1}")
			.event("somethingNew", "{}")
			.event("messageStop", "{\"stopReason\":\"end_turn\"}")
			.bytes());
		assertThat(events).hasSize(4);
		assertThat(said(events.get(1))).isEqualTo(
				"{\"images\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/jpeg;base64,AAAABBBB\"},\"index\":0}]}");
	}

}
