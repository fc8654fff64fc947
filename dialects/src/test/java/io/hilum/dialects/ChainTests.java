package io.hilum.dialects;

import java.nio.charset.StandardCharsets;

import io.hilum.dialects.anthropic.ChatToMessages;
import io.hilum.dialects.json.Json;
import io.hilum.dialects.openai.ResponsesToChat;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Chain}: a client of responses, and a provider of messages.
 */
class ChainTests {

	private static final String ANSWER = """
			event: message_start
			data: {"type":"message_start","message":{"id":"msg_1","model":"claude","role":"assistant","content":[],"usage":{"input_tokens":10,"output_tokens":1}}}

			event: content_block_start
			data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

			event: content_block_delta
			data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hällo"}}

			event: content_block_stop
			data: {"type":"content_block_stop","index":0}

			event: message_delta
			data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":4}}

			event: message_stop
			data: {"type":"message_stop"}

			""";

	@Test
	void translatesARequestTwice() {
		JsonNode request = Json.readAnswer(translation().request());
		assertThat(request.path("max_tokens").asInt()).isEqualTo(9);
		assertThat(request.path("messages").get(0).path("role").asString()).isEqualTo("user");
	}

	@Test
	void translatesAStreamBackAtEverySplit() {
		String whole = Streams.translated(translation(), ANSWER, 0);
		assertThat(whole).contains("\"delta\":\"Hällo\"", "response.completed", "\"input_tokens\":10",
				"\"output_tokens\":4");
		for (int cut = -1; cut <= ANSWER.getBytes(StandardCharsets.UTF_8).length; cut++) {
			assertThat(Streams.translated(translation(), ANSWER, cut)).isEqualTo(whole);
		}
	}

	@Test
	void translatesAWholeAnswerBack() {
		byte[] answer = translation()
			.answer("""
					{"id":"msg_1","type":"message","role":"assistant","model":"claude","content":[{"type":"text","text":"Hi"}],
					"stop_reason":"max_tokens","usage":{"input_tokens":10,"output_tokens":4}}"""
				.getBytes(StandardCharsets.UTF_8));
		assertThat(Json.readAnswer(answer).path("status").asString()).isEqualTo("incomplete");
	}

	@Test
	void translatesARefusalOnce() {
		byte[] error = translation().error(400,
				"{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"too long\"}}"
					.getBytes(StandardCharsets.UTF_8));
		assertThat(Json.readAnswer(error).path("error").path("message").asString()).isEqualTo("too long");
	}

	private static StreamTranslation translation() {
		return new Chain(new ResponsesToChat("max_tokens", 1 << 20), ChatToMessages.direct(1 << 20))
			.translate(Streams.request("{\"input\":\"x\",\"max_output_tokens\":9,\"stream\":true}"));
	}

}
