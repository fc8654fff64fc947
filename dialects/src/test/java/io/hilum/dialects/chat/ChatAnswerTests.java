package io.hilum.dialects.chat;

import java.nio.charset.StandardCharsets;

import io.hilum.dialects.json.Json;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link ChatAnswer} and {@link ChatChoice}.
 */
class ChatAnswerTests {

	private final ChatAnswer answer = new ChatAnswer("a1", "m", 7);

	@Test
	void choicesStandInTheirOrder() {
		this.answer.choice(1).content("second");
		this.answer.choice(0).content("fi");
		this.answer.choice(0).content("rst");
		this.answer.choice(0).finish(FinishReason.LENGTH);
		this.answer.usage(new ChatUsage(10, 4, 3, 0, 1));
		assertThat(written()).isEqualTo("{\"id\":\"a1\",\"object\":\"chat.completion\",\"created\":7,\"model\":\"m\","
				+ "\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"first\",\"refusal\":null},"
				+ "\"logprobs\":null,\"finish_reason\":\"length\"},{\"index\":1,\"message\":{\"role\":\"assistant\","
				+ "\"content\":\"second\",\"refusal\":null},\"logprobs\":null,\"finish_reason\":\"stop\"}],"
				+ "\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":4,\"total_tokens\":14,"
				+ "\"prompt_tokens_details\":{\"cached_tokens\":3},\"completion_tokens_details\":{\"reasoning_tokens\":1}}}");
	}

	@Test
	void whatWasNotSaidIsNullOrAbsent() {
		ChatChoice choice = this.answer.choice(0);
		choice.toolCall("call_1", "lookup", "{}");
		choice.finish(FinishReason.TOOL_CALLS);
		assertThat(choice.hasToolCalls()).isTrue();
		assertThat(written()).contains("\"content\":null,\"refusal\":null,\"tool_calls\":[{\"id\":\"call_1\","
				+ "\"type\":\"function\",\"function\":{\"name\":\"lookup\",\"arguments\":\"{}\"}}]}");
	}

	@Test
	void everythingElseHasItsPlace() {
		ChatChoice choice = this.answer.choice(0);
		choice.reasoning("hm");
		choice.refusal("no");
		choice.thinkingBlock(Json.object().put("type", "thinking"));
		choice.annotation(Json.object().put("type", "url_citation"));
		choice.extension("audio", Json.object());
		choice.logprobs(Json.object().putNull("content"));
		this.answer.identify("x1", "m2");
		this.answer.serviceTier("default");
		assertThat(choice.contentLength()).isZero();
		assertThat(written()).startsWith("{\"id\":\"x1\",\"object\":\"chat.completion\",\"created\":7,\"model\":\"m2\"")
			.contains("\"refusal\":\"no\",\"reasoning_content\":\"hm\",\"thinking_blocks\":[{\"type\":\"thinking\"}],"
					+ "\"annotations\":[{\"type\":\"url_citation\"}],\"audio\":{}},\"logprobs\":{\"content\":null}")
			.endsWith("\"service_tier\":\"default\"}");
	}

	private String written() {
		return new String(Json.write(this.answer.toJson()), StandardCharsets.UTF_8);
	}

}
