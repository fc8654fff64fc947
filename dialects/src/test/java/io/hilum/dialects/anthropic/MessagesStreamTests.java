package io.hilum.dialects.anthropic;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

import io.hilum.dialects.AnswerStream;
import io.hilum.dialects.BrokenAnswerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link MessagesStream} with streams that are written from the description of
 * the API.
 */
class MessagesStreamTests {

	@ParameterizedTest
	@ValueSource(strings = { "text", "tools", "thinking", "server-tools", "refusal", "overloaded" })
	void isTheSameWhereverItIsCut(String name) throws IOException {
		byte[] stream = fixture(name);
		String expected = text(translate(stream, stream.length));
		for (int cut = 0; cut <= stream.length; cut++) {
			assertThat(text(translate(stream, cut))).isEqualTo(expected);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 5, 64 })
	void isTheSameInPartsOfAnyLength(int length) throws IOException {
		for (String name : new String[] { "text", "tools", "thinking", "server-tools" }) {
			byte[] stream = fixture(name);
			AnswerStream answer = Requests.translate(Requests.hello("")).stream();
			ByteArrayOutputStream all = new ByteArrayOutputStream();
			for (int at = 0; at < stream.length; at += length) {
				all.writeBytes(answer.accept(Arrays.copyOfRange(stream, at, Math.min(stream.length, at + length))));
			}
			all.writeBytes(answer.end());
			assertThat(text(all.toByteArray())).isEqualTo(text(translate(stream, stream.length)));
		}
	}

	@Test
	void textComesWithTheTokensOfTheLastEvent() throws IOException {
		Accumulated whole = accumulated("text");
		assertThat(whole.message()).hasToString("{\"role\":\"assistant\",\"content\":\"Grüß Gott, 𝄞!\"}");
		assertThat(whole.end()).hasToString("{\"id\":\"msg_01\",\"model\":\"claude-x\",\"finish_reason\":\"length\","
				+ "\"usage\":{\"prompt_tokens\":142,\"completion_tokens\":9,\"total_tokens\":151,"
				+ "\"prompt_tokens_details\":{\"cached_tokens\":30,\"cache_write_tokens\":100},"
				+ "\"completion_tokens_details\":{\"reasoning_tokens\":0}}}");
		assertThat(whole.isDone()).isTrue();
	}

	@Test
	void argumentsAreWhatTheModelWroteAndNothingElse() throws IOException {
		Accumulated whole = accumulated("tools");
		assertThat(whole.message()).hasToString("{\"role\":\"assistant\",\"content\":\"Looking.\",\"tool_calls\":["
				+ "{\"id\":\"toolu_a\",\"type\":\"function\",\"function\":{\"name\":\"lookup\",\"arguments\":\"{\\\"ward\\\": \\\"4B\\\"}\"}},"
				+ "{\"id\":\"toolu_b\",\"type\":\"function\",\"function\":{\"name\":\"refresh\",\"arguments\":\"{}\"}},"
				+ "{\"id\":\"toolu_c\",\"type\":\"function\",\"function\":{\"name\":\"whole\",\"arguments\":\"{\\\"n\\\":1.50}\"}}]}");
		assertThat(whole.end().path("finish_reason").stringValue()).isEqualTo("tool_calls");
		assertThat(whole.end().path("usage").path("prompt_tokens").intValue()).isEqualTo(57);
		assertThat(whole.end().path("usage").path("completion_tokens").intValue()).isEqualTo(80);
	}

	@Test
	void thinkingCanBeSentBack() throws IOException {
		Accumulated whole = accumulated("thinking");
		assertThat(whole.message()).hasToString("{\"role\":\"assistant\",\"content\":\"Five.\",\"thinking_blocks\":["
				+ "{\"type\":\"thinking\",\"thinking\":\"Let me see.\",\"signature\":\"c2lnMQ==\"},"
				+ "{\"type\":\"redacted_thinking\",\"data\":\"ZW5j\"},"
				+ "{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"c2lnMg==\"}],\"reasoning_content\":\"Let me see.\"}");
		assertThat(whole.end().path("usage").path("completion_tokens_details").path("reasoning_tokens").intValue())
			.isEqualTo(33);
		assertThat(whole.isDone()).isTrue();
	}

	@Test
	void toolsOfAnthropicAreNoneOfTheClients() throws IOException {
		Accumulated whole = accumulated("server-tools");
		assertThat(whole.message()).hasToString("{\"role\":\"assistant\",\"content\":\"Based on this: so it is\","
				+ "\"annotations\":[{\"type\":\"url_citation\",\"url_citation\":{\"start_index\":15,\"end_index\":23,"
				+ "\"url\":\"https://example.org/a\",\"title\":\"T\"}},{\"type\":\"document_citation\",\"document_citation\":"
				+ "{\"start_index\":15,\"end_index\":23,\"citation\":{\"type\":\"page_location\",\"cited_text\":\"c\","
				+ "\"document_index\":0,\"document_title\":\"D\",\"start_page_number\":1,\"end_page_number\":2}}}]}");
		assertThat(whole.end().path("finish_reason").stringValue()).isEqualTo("stop");
		assertThat(whole.end().path("usage").path("prompt_tokens").intValue()).isEqualTo(105);
	}

	@Test
	void refusalHasItsReason() throws IOException {
		Accumulated whole = accumulated("refusal");
		assertThat(whole.message().path("refusal").stringValue()).isEqualTo("Not this.");
		assertThat(whole.end().path("finish_reason").stringValue()).isEqualTo("content_filter");
	}

	@Test
	void errorEndsTheStreamWithoutAnEndMark() throws IOException {
		Accumulated whole = accumulated("overloaded");
		assertThat(whole.message().path("content").stringValue()).isEqualTo("Hel");
		assertThat(whole.end().path("error")).hasToString(
				"{\"message\":\"Overloaded\",\"type\":\"overloaded_error\",\"param\":null,\"code\":\"overloaded_error\"}");
		assertThat(whole.isDone()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "text", "tools", "thinking", "server-tools" })
	void whatIsCutNeverHasAnEndMark(String name) throws IOException {
		byte[] stream = fixture(name);
		int last = new String(stream, StandardCharsets.UTF_8).indexOf("{\"type\":\"message_stop\"}");
		int lastByte = new String(stream, StandardCharsets.UTF_8).substring(0, last + 22)
			.getBytes(StandardCharsets.UTF_8).length;
		for (int end = 0; end <= lastByte; end++) {
			byte[] begin = Arrays.copyOf(stream, end);
			assertThat(text(translate(begin, end))).doesNotContain("[DONE]");
		}
		assertThat(text(translate(Arrays.copyOf(stream, lastByte + 1), 0))).contains("[DONE]");
	}

	@Test
	void textWithoutABeginIsTextAllTheSame() {
		Accumulated whole = Accumulated.of(translate("""
				data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"a"}}

				data: {"type":"message_delta","delta":{"stop_reason":"stop_sequence"},"usage":null}

				data: {"type":"message_stop"}

				""".getBytes(StandardCharsets.UTF_8), 3));
		assertThat(whole.message().path("content").stringValue()).isEqualTo("a");
		assertThat(whole.end().path("finish_reason").stringValue()).isEqualTo("stop");
	}

	@Test
	void callsOfTheFirstEventAreCalls() {
		byte[] stream = """
				data: {"type":"message_start","message":{"id":"m","model":"c","content":[{"type":"tool_use","id":"t",\
				"name":"lookup","input":{"ward":"4B"},"caller":{"type":"code_execution_20250825","tool_id":"s"}}],\
				"stop_reason":"tool_use","usage":{"input_tokens":5,"output_tokens":7}}}

				data: {"type":"message_delta","delta":{"stop_reason":null},"usage":{"output_tokens":7}}

				data: {"type":"message_stop"}

				""".getBytes(StandardCharsets.UTF_8);
		for (int cut = 0; cut <= stream.length; cut++) {
			Accumulated whole = Accumulated.of(translate(stream, cut));
			assertThat(whole.message().path("tool_calls")).hasToString("[{\"id\":\"t\",\"type\":\"function\","
					+ "\"function\":{\"name\":\"lookup\",\"arguments\":\"{\\\"ward\\\":\\\"4B\\\"}\"}}]");
			assertThat(whole.end().path("finish_reason").stringValue()).isEqualTo("tool_calls");
		}
	}

	@Test
	void textOfBlocksOfLaterVersionsIsText() {
		Accumulated whole = Accumulated.of(translate("""
				data: {"type":"content_block_start","index":0,"content_block":{"type":"later","text":"a"}}

				data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"b"}}

				data: {"type":"content_block_start","index":1,"content_block":{"type":"latest","x":{"text":"no"}}}

				data: {"type":"content_block_delta","index":1,"delta":{"type":"later_delta","y":1}}

				data: {"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"c"}}

				data: {"type":"message_stop"}

				""".getBytes(StandardCharsets.UTF_8), 9));
		assertThat(whole.message().path("content").stringValue()).isEqualTo("abc");
		assertThat(whole.isDone()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "text", "tools", "thinking", "server-tools", "refusal" })
	void eventsOfLaterVersionsChangeNothing(String name) throws IOException {
		String stream = text(fixture(name));
		String later = "event: later\ndata: {\"type\":\"later\",\"index\":0,\"delta\":{\"type\":\"x\"}}\n\n: note\n\n"
				+ "data: {\"type\":\"content_block_start\",\"index\":99,\"content_block\":{\"type\":\"later\"}}\n\n"
				+ "data: {\"type\":\"content_block_stop\",\"index\":98}\n\n";
		String first = stream.substring(0, stream.indexOf("\n\n") + 2);
		byte[] more = (first + stream.substring(first.length()).replace("event: content", later + "event: content"))
			.getBytes(StandardCharsets.UTF_8);
		assertThat(text(translate(more, more.length / 3))).isEqualTo(text(translate(fixture(name), 0)));
	}

	@Test
	void pingKeepsTheConnectionAlive() {
		AnswerStream answer = Requests.translate(Requests.hello("")).stream();
		byte[] ping = "event: ping\ndata: {\"type\":\"ping\"}\n\n".getBytes(StandardCharsets.UTF_8);
		assertThat(text(answer.accept(ping))).isEqualTo(": keep-alive\n\n");
	}

	@Test
	void citationsDoNotPileUp() {
		StringBuilder stream = new StringBuilder(
				"data: {\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"a\"}}\n\n");
		for (int i = 0; i < 64; i++) {
			stream.append("data: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"citations_delta\","
					+ "\"citation\":{\"type\":\"search_result_location\",\"source\":\"https://x\"}}}\n\n");
		}
		AnswerStream answer = Requests.translate(Requests.hello("")).stream();
		assertThat(Accumulated.of(answer.accept(stream.toString().getBytes(StandardCharsets.UTF_8)))
			.message()
			.path("annotations")
			.size()).isEqualTo(64);
	}

	@Test
	void whatIsNotTheDialectIsBroken() {
		AnswerStream answer = Requests.translate(Requests.hello("")).stream();
		assertThatExceptionOfType(BrokenAnswerException.class)
			.isThrownBy(() -> answer.accept("data: {no}\n\n".getBytes(StandardCharsets.UTF_8)));
		AnswerStream small = ChatToMessages.direct(8).translate(Requests.call("m", Requests.hello(""), null)).stream();
		assertThatExceptionOfType(BrokenAnswerException.class)
			.isThrownBy(() -> small.accept("data: {\"type\":\"ping\"".getBytes(StandardCharsets.UTF_8)));
	}

	private static Accumulated accumulated(String name) throws IOException {
		byte[] stream = fixture(name);
		return Accumulated.of(translate(stream, stream.length / 2));
	}

	private static byte[] translate(byte[] stream, int cut) {
		AnswerStream answer = Requests.translate(Requests.hello("")).stream();
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		all.writeBytes(answer.accept(Arrays.copyOf(stream, cut)));
		all.writeBytes(answer.accept(Arrays.copyOfRange(stream, cut, stream.length)));
		all.writeBytes(answer.end());
		return all.toByteArray();
	}

	private static byte[] fixture(String name) throws IOException {
		try (InputStream stream = MessagesStreamTests.class.getResourceAsStream("/anthropic/" + name + ".sse")) {
			return Objects.requireNonNull(stream).readAllBytes();
		}
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
