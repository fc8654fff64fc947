package io.hilum.dialects.anthropic;

import java.nio.charset.StandardCharsets;

import io.hilum.dialects.BrokenAnswerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link WholeMessage}.
 */
class WholeMessageTests {

	@Test
	void messageIsACompletion() {
		assertThat(translated(
				"""
						{"id":"msg_1","type":"message","role":"assistant","model":"claude-x","content":[
						{"type":"thinking","thinking":"hm","signature":"sig"},{"type":"text","text":"A"},
						{"type":"server_tool_use","id":"s","name":"web_search","input":{"query":"x"}},{"type":"text","text":"B"},
						{"type":"tool_use","id":"t","name":"f","input":{}}],
						"stop_reason":"tool_use","usage":{"input_tokens":1,"cache_read_input_tokens":2,
						"cache_creation_input_tokens":null,"output_tokens":4,"output_tokens_details":{"thinking_tokens":3}}}"""))
			.isEqualTo(
					"{\"id\":\"msg_1\",\"object\":\"chat.completion\",\"created\":7,\"model\":\"claude-x\",\"choices\":[{"
							+ "\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"AB\",\"refusal\":null,"
							+ "\"reasoning_content\":\"hm\",\"thinking_blocks\":[{\"type\":\"thinking\",\"thinking\":\"hm\",\"signature\":\"sig\"}],"
							+ "\"tool_calls\":[{\"id\":\"t\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]},"
							+ "\"logprobs\":null,\"finish_reason\":\"tool_calls\"}],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":4,"
							+ "\"total_tokens\":7,\"prompt_tokens_details\":{\"cached_tokens\":2},"
							+ "\"completion_tokens_details\":{\"reasoning_tokens\":3}}}");
	}

	@Test
	void refusalHasItsReason() {
		assertThat(translated("{\"content\":[],\"stop_reason\":\"refusal\",\"stop_details\":{\"type\":\"refusal\","
				+ "\"explanation\":\"Not this.\"},\"usage\":{\"input_tokens\":1,\"output_tokens\":0}}"))
			.contains("\"content\":null,\"refusal\":\"Not this.\"")
			.contains("\"finish_reason\":\"content_filter\"");
	}

	@Test
	void textOfBlocksOfLaterVersionsIsText() {
		assertThat(translated("{\"content\":[{\"type\":\"later\",\"text\":\"A\"},{\"type\":\"latest\",\"x\":[1]},null],"
				+ "\"stop_reason\":\"end_turn\"}"))
			.contains("\"content\":\"A\"");
	}

	@Test
	void refusalMayHaveNoContent() {
		assertThat(translated("{\"content\":null,\"stop_reason\":\"refusal\",\"stop_details\":null,\"usage\":null}"))
			.contains("\"content\":null,\"refusal\":null", "\"finish_reason\":\"content_filter\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "no", "{\"type\":\"error\",\"error\":{}}", "{\"content\":\"text\"}" })
	void whatIsNotTheDialectIsBroken(String body) {
		assertThatExceptionOfType(BrokenAnswerException.class).isThrownBy(() -> translated(body));
	}

	private static String translated(String message) {
		return new String(Requests.translate(Requests.hello("")).answer(message.getBytes(StandardCharsets.UTF_8)),
				StandardCharsets.UTF_8);
	}

}
