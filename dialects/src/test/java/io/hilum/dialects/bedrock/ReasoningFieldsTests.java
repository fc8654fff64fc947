package io.hilum.dialects.bedrock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ReasoningFieldsTests {

	private static final String HELLO = "'messages': [{'role': 'user', 'content': 'Hi'}]";

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					us.anthropic.claude-3-7-sonnet-20250219-v1:0 | high   | {'thinking': {'type': 'enabled', 'budget_tokens': 16384}}
					anthropic.claude-opus-4-1-20250805-v1:0      | low    | {'thinking': {'type': 'enabled', 'budget_tokens': 1024}}
					anthropic.claude-sonnet-4-20250514-v1:0      | medium | {'thinking': {'type': 'enabled', 'budget_tokens': 4096}}
					global.anthropic.claude-opus-4-6-v1          | medium | {'thinking': {'type': 'adaptive'}}
					anthropic.claude-sonnet-5                    | medium | {'thinking': {'type': 'adaptive'}}
					anthropic.claude-mythos-preview              | medium | {'thinking': {'type': 'adaptive'}}
					openai.gpt-oss-120b-1:0                      | xhigh  | {'reasoning_effort': 'high'}
					us.amazon.nova-2-lite-v1:0                   | minimal | {'reasoningConfig': {'type': 'enabled', 'maxReasoningEffort': 'low'}}
					us.amazon.nova-2-lite-v1:0                   | none   | {'reasoningConfig': {'type': 'disabled'}}
					""")
	void saysEffortAsEachMakerTakesIt(String model, String effort, String expected) {
		JsonNode sent = Chats.sent(model, "{" + HELLO + ", 'reasoning_effort': '" + effort + "'}");
		assertThat(sent.path("additionalModelRequestFields")).isEqualTo(Chats.json(expected));
		if (expected.contains("adaptive")) {
			assertThat(sent.path("outputConfig")).isEqualTo(Chats.json("{'effort': '" + effort + "'}"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "1025, 1024", "4000, 2000", "64000, 16384" })
	void thinksLessThanMayBeWritten(int maxTokens, int budget) {
		JsonNode sent = Chats.sent("{" + HELLO + ", 'reasoning_effort': 'high', 'max_tokens': " + maxTokens + "}");
		assertThat(sent.at("/additionalModelRequestFields/thinking/budget_tokens").asInt()).isEqualTo(budget)
			.isLessThan(maxTokens);
	}

	@Test
	void narrowsTheClientsOwnBudget() {
		JsonNode sent = Chats
			.sent("{" + HELLO + ", 'thinking': {'type': 'enabled', 'budget_tokens': 9000}, 'max_tokens': 5000}");
		assertThat(sent.at("/additionalModelRequestFields/thinking/budget_tokens").asInt()).isEqualTo(2500);
	}

	@ParameterizedTest
	@CsvSource({ "us.anthropic.claude-sonnet-4-5-20250929-v1:0, 1024",
			"anthropic.claude-3-5-sonnet-20241022-v2:0, 4000", "meta.llama3-1-70b-instruct-v1:0, 4000",
			"amazon.nova-pro-v1:0, 4000" })
	void refusesEffortByNameWhereItCannotBe(String model, int maxTokens) {
		assertThat(Chats.refused(model, "{" + HELLO + ", 'reasoning_effort': 'low', 'max_tokens': " + maxTokens + "}"))
			.isNotNull()
			.extracting((refusal) -> refusal.param())
			.isEqualTo("reasoning_effort");
	}

	@Test
	void doesNotThinkWhereTheThoughtsBeforeACallAreMissing() {
		String conversation = """
				{'reasoning_effort': 'low', 'tools': [{'type': 'function', 'function': {'name': 'f'}}], 'messages': [
				 {'role': 'user', 'content': 'Hi'},
				 {'role': 'assistant', %s 'tool_calls': [{'id': 'a', 'type': 'function', 'function': {'name': 'f', 'arguments': '{}'}}]},
				 {'role': 'tool', 'tool_call_id': 'a', 'content': 'x'}]}""";
		String thoughts = "'thinking_blocks': [{'type': 'thinking', 'thinking': 'Hm', 'signature': 'S'}],";
		assertThat(Chats.sent(conversation.formatted("")).has("additionalModelRequestFields")).isFalse();
		assertThat(Chats.sent(conversation.formatted(thoughts)).has("additionalModelRequestFields")).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			us.anthropic.claude-sonnet-4-5-20250929-v1:0 | {'top_k': 5}
			amazon.nova-lite-v1:0       | {'inferenceConfig': {'topK': 5}}
			cohere.command-r-plus-v1:0  | {'k': 5}
			""")
	void saysTopKAsEachMakerTakesIt(String model, String expected) {
		assertThat(Chats.sent(model, "{" + HELLO + ", 'top_k': 5}").path("additionalModelRequestFields"))
			.isEqualTo(Chats.json(expected));
		assertThat(Chats.refused("meta.llama3-1-70b-instruct-v1:0", "{" + HELLO + ", 'top_k': 5}")).isNotNull();
	}

}
