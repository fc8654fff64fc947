package io.hilum.gateway.chat.answer;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.hilum.gateway.chat.ChatFixtures;
import io.hilum.gateway.chat.dialect.choices.ChatDialect;
import io.hilum.gateway.phi.Form;
import io.hilum.gateway.phi.Restorer;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WholeAnswer}.
 */
class WholeAnswerTests {

	private static final Originals ORIGINALS = new Originals(Restorer.of(Map.of("[NAME_1]", PhiText.of("Irma \"P\""))),
			Map.of("chart_NAME_1", "chart_irma"), Form.TEXT);

	private final WholeAnswer answers = new WholeAnswer(ChatFixtures.ANSWERS);

	@Test
	void restoresEveryTextOfEveryChoice() {
		JsonNode answer = JsonMapper.shared()
			.readTree(
					restore("""
							{"id":"[NAME_1]","choices":[{"index":0,"message":{"role":"assistant","content":"a [NAME_1]","refusal":"[NAME_1]",
							"reasoning_content":"[NAME_1]","tool_calls":[{"id":"call_1","type":"function","function":{"name":"chart_NAME_1",
							"arguments":"{\\"who\\":\\"[NAME_1]\\"}"}}],"annotations":[{"title":"[name_1]"}]},
							"logprobs":{"content":[{"token":"[NAME_1]"}]},"finish_reason":"stop"},
							{"index":1,"message":{"content":[{"type":"text","text":"b [NAME_1]"}]}}]}""",
							null));
		assertThat(answer.get("id").asString()).isEqualTo("[NAME_1]");
		JsonNode message = answer.at("/choices/0/message");
		assertThat(message.get("content").asString()).isEqualTo("a Irma \"P\"");
		assertThat(message.get("refusal").asString()).isEqualTo("Irma \"P\"");
		assertThat(message.get("reasoning_content").asString()).isEqualTo("Irma \"P\"");
		assertThat(message.at("/annotations/0/title").asString()).isEqualTo("Irma \"P\"");
		assertThat(message.at("/tool_calls/0/function/name").asString()).isEqualTo("chart_irma");
		String arguments = message.at("/tool_calls/0/function/arguments").asString();
		assertThat(JsonMapper.shared().readTree(arguments).get("who").asString()).isEqualTo("Irma \"P\"");
		assertThat(answer.at("/choices/0/logprobs/content/0/token").asString()).isEqualTo("[NAME_1]");
		assertThat(answer.at("/choices/1/message/content/0/text").asString()).isEqualTo("b Irma \"P\"");
	}

	@Test
	void keepsTheBytesOfEverythingElse() {
		String body = "{ \"x\" : 1.0e2,\n \"choices\":[ {\"message\":{\"content\":\"caf\\u00e9\"} } ] }";
		assertThat(restore(body, null)).isEqualTo(body);
	}

	@Test
	void knowsAPseudonymThatTheProviderEscaped() {
		assertThat(restore("{\"choices\":[{\"message\":{\"content\":\"\\u005bNAME_1\\u005D\"}}]}", null))
			.contains("Irma \\\"P\\\"");
	}

	@Test
	void appendsItsOwnField() {
		assertThat(restore("{\"choices\":[] }", "{\"citations\":[]}"))
			.isEqualTo("{\"choices\":[] ,\"hilum\":{\"citations\":[]}}");
	}

	private String restore(String body, @Nullable String hilum) {
		byte[] field = (hilum != null) ? hilum.getBytes(StandardCharsets.UTF_8) : null;
		return new String(
				this.answers.restore(ChatDialect.INSTANCE, body.getBytes(StandardCharsets.UTF_8), ORIGINALS, field),
				StandardCharsets.UTF_8);
	}

}
