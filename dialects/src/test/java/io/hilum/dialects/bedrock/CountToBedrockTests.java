package io.hilum.dialects.bedrock;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.hilum.dialects.BrokenAnswerException;
import io.hilum.dialects.Chain;
import io.hilum.dialects.Translation;
import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.json.Json;
import io.hilum.dialects.messages.MessagesToChat;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CountToBedrock}, written from AWS's service model of
 * {@code CountTokens}.
 */
class CountToBedrockTests {

	private static final String MODEL = "anthropic.claude-sonnet-4-5-20250929-v1:0";

	private final CountToBedrock counting = new CountToBedrock(
			new Chain(new MessagesToChat("max_tokens", true, 1 << 20), new ChatToConverse(() -> "id")));

	@Test
	void tellsWhatHasTokensInTheClear() {
		Translation translation = translate("""
				{"system":"Be brief","messages":[{"role":"user","content":"Hello"}],\
				"tools":[{"name":"look","description":"d","input_schema":{"type":"object"}}]}""");
		assertThat(Json.readAnswer(translation.request())).isEqualTo(Json.readAnswer(bytes("""
				{"input":{"converse":{"messages":[{"role":"user","content":[{"text":"Hello"}]}],\
				"system":[{"text":"Be brief"}],"toolConfig":{"tools":[{"toolSpec":{"name":"look","description":"d",\
				"inputSchema":{"json":{"type":"object"}}}}]}}}}""")));
	}

	@Test
	void saysTheCountAsAnthropicDoes() {
		Translation translation = translate("{\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}");
		assertThat(translation.answer(bytes("{\"inputTokens\":38}"))).asString(StandardCharsets.UTF_8)
			.isEqualTo("{\"input_tokens\":38}");
		for (String broken : List.of("{}", "{\"inputTokens\":\"many\"}", "[]", "x")) {
			assertThatExceptionOfType(BrokenAnswerException.class).as(broken)
				.isThrownBy(() -> translation.answer(bytes(broken)));
		}
		assertThat(translation.error(400, bytes("{\"message\":\"no\"}"))).asString(StandardCharsets.UTF_8)
			.contains("\"error\":{", "ValidationException");
	}

	private Translation translate(String body) {
		return this.counting.translate(new TranslationRequest(bytes(body), MODEL, false, null, 0, List.of()));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
