package io.hilum.dialects.chat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link ChatChunks}.
 */
class ChatChunksTests {

	private static final String HEAD = "data: {\"id\":\"a1\",\"object\":\"chat.completion.chunk\",\"created\":7,\"model\":\"m\",";

	private final ChatChunks chunks = new ChatChunks("a1", "m", 7);

	@Test
	void textIsADeltaOfItsChoice() {
		this.chunks.content(1, "say \"é\"");
		assertThat(written()).isEqualTo(HEAD
				+ "\"choices\":[{\"index\":1,\"delta\":{\"content\":\"say \\\"é\\\"\"},\"finish_reason\":null}]}\n\n");
	}

	@Test
	void toolCallHasIdAndNameOnceAndFragmentsByIndex() {
		this.chunks.toolCall(0, 2, "call_1", "lookup");
		this.chunks.toolArguments(0, 2, "{\"a\"");
		assertThat(written())
			.contains("\"delta\":{\"tool_calls\":[{\"index\":2,\"id\":\"call_1\",\"type\":\"function\","
					+ "\"function\":{\"name\":\"lookup\",\"arguments\":\"\"}}]}")
			.contains("\"delta\":{\"tool_calls\":[{\"index\":2,\"function\":{\"arguments\":\"{\\\"a\\\"\"}}]}");
	}

	@Test
	void usageStandsBehindTheChoices() {
		this.chunks.finish(0, FinishReason.LENGTH);
		this.chunks.usage(new ChatUsage(10, 4, 3, 0, 1));
		this.chunks.done();
		assertThat(written()).contains("\"finish_reason\":\"length\"")
			.contains("\"choices\":[],\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":4,\"total_tokens\":14,"
					+ "\"prompt_tokens_details\":{\"cached_tokens\":3},\"completion_tokens_details\":{\"reasoning_tokens\":1}}}")
			.endsWith("data: [DONE]\n\n");
	}

	@Test
	void whatWasDrainedIsNotWrittenAgain() {
		this.chunks.content(0, "a");
		assertThat(written()).isNotEmpty();
		assertThat(written()).isEmpty();
	}

	private String written() {
		return new String(this.chunks.drain(), StandardCharsets.UTF_8);
	}

}
