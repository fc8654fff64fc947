package io.hilum.dialects.openai;

import java.nio.charset.StandardCharsets;

import io.hilum.dialects.StreamTranslation;
import io.hilum.dialects.Streams;
import io.hilum.dialects.UntranslatableException;
import io.hilum.dialects.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CompletionsToChat}.
 */
class CompletionsToChatTests {

	private static final String ANSWER = """
			data: {"id":"chatcmpl-1","model":"m-7","choices":[{"index":1,"delta":{"role":"assistant","content":"B"}}]}

			data: {"id":"chatcmpl-1","model":"m-7","choices":[{"index":0,"delta":{"content":"A"},"finish_reason":"stop"}]}

			data: {"id":"chatcmpl-1","model":"m-7","choices":[{"index":1,"delta":{},"finish_reason":"length"}]}

			data: {"id":"chatcmpl-1","model":"m-7","choices":[],"usage":{"prompt_tokens":9,"completion_tokens":3}}

			data: [DONE]

			""";

	@Test
	void asksWithAMessageOfTheUser() {
		JsonNode chat = Json.readAnswer(translation("""
				{"model":"m","prompt":["Say"],"max_tokens":5,"n":2,"stop":["."],"echo":false,"logprobs":null}""")
			.request());
		assertThat(chat).isEqualTo(Json.readAnswer("""
				{"model":"served","messages":[{"role":"user","content":"Say"}],"max_completion_tokens":5,"n":2,
				"stop":["."]}""".getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void keepsTheShortUsualLength() {
		assertThat(Json.readAnswer(translation("{\"prompt\":\"x\"}").request()).path("max_completion_tokens").asInt())
			.isEqualTo(16);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "\"prompt\":[\"a\",\"b\"]|prompt", "\"prompt\":[1,2]|prompt",
					"\"prompt\":\"a\",\"suffix\":\"b\"|suffix", "\"prompt\":\"a\",\"echo\":true|echo",
					"\"prompt\":\"a\",\"best_of\":3|best_of", "\"prompt\":\"a\",\"logprobs\":2|logprobs" })
	void refusesByNameWhatChatCannotSay(String fields, String param) {
		assertThatExceptionOfType(UntranslatableException.class).isThrownBy(() -> translation("{" + fields + "}"))
			.satisfies((refusal) -> assertThat(refusal.param()).isEqualTo(param));
	}

	@Test
	void answersWhole() {
		byte[] answer = translation("{\"prompt\":\"x\"}")
			.answer("""
					{"id":"chatcmpl-1","model":"m-7","choices":[{"index":0,"message":{"content":"A"},"finish_reason":"stop"}],
					"usage":{"prompt_tokens":9,"completion_tokens":3}}"""
				.getBytes(StandardCharsets.UTF_8));
		JsonNode completion = Json.readAnswer(answer);
		assertThat(completion.path("object").asString()).isEqualTo("text_completion");
		assertThat(completion.path("choices"))
			.isEqualTo(Json.readLeniently("[{\"index\":0,\"text\":\"A\",\"logprobs\":null,\"finish_reason\":\"stop\"}]"
				.getBytes(StandardCharsets.UTF_8)));
		assertThat(completion.path("usage").path("total_tokens").asInt()).isEqualTo(12);
	}

	@Test
	void tellsTheSameAtEverySplit() {
		String body = "{\"prompt\":\"x\",\"stream\":true}";
		String whole = Streams.translated(translation(body), ANSWER, 0);
		assertThat(whole).contains("\"text\":\"A\"", "\"text\":\"B\"", "\"finish_reason\":\"length\"")
			.endsWith("data: [DONE]\n\n");
		for (int cut = -1; cut <= ANSWER.length(); cut++) {
			assertThat(Streams.translated(translation(body), ANSWER, cut)).isEqualTo(whole);
		}
	}

	private static StreamTranslation translation(String body) {
		return new CompletionsToChat("max_completion_tokens", 1 << 20).translate(Streams.request(body));
	}

}
