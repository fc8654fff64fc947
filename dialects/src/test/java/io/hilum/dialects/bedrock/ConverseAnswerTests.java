package io.hilum.dialects.bedrock;

import java.nio.charset.StandardCharsets;

import io.hilum.dialects.BrokenAnswerException;
import io.hilum.dialects.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ConverseAnswerTests {

	@Test
	void readsEveryKindOfBlock() {
		JsonNode answer = Chats
			.answer("""
					{'output': {'message': {'role': 'assistant', 'content': [
					 {'reasoningContent': {'reasoningText': {'text': 'Hm', 'signature': 'S'}}},
					 {'reasoningContent': {'redactedContent': 'Ug=='}},
					 {'text': 'One. '},
					 {'citationsContent': {'content': [{'text': 'Two.'}], 'citations': [
					  {'title': 'Page', 'location': {'web': {'url': 'https://example.org', 'domain': 'example.org'}}},
					  {'title': 'Doc', 'source': 'doc', 'sourceContent': [{'text': 'two'}],
					   'location': {'documentPage': {'documentIndex': 0, 'start': 1, 'end': 2}}}]}},
					 {'toolUse': {'toolUseId': 'a', 'name': 'f', 'input': {'x': 1.0}}},
					 {'toolUse': {'toolUseId': 'b', 'name': 'g'}},
					 {'toolUse': {'toolUseId': 's', 'name': 'search', 'input': {}, 'type': 'server_tool_use'}},
					 {'image': {'format': 'png', 'source': {'bytes': 'AAAA'}}}]}},
					 'stopReason': 'tool_use', 'trace': {'guardrail': {'modelOutput': ['secret']}}, 'serviceTier': {'type': 'flex'},
					 'usage': {'inputTokens': 10, 'outputTokens': 5, 'totalTokens': 22, 'cacheReadInputTokens': 4, 'cacheWriteInputTokens': 3}}""");
		assertThat(answer.toString()).isEqualTo(Chats
			.json("""
					{'id': 'chatcmpl-1', 'object': 'chat.completion', 'created': 1700000000,
					 'model': 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'choices': [{'index': 0, 'message': {
					  'role': 'assistant', 'content': 'One. Two.', 'refusal': null, 'reasoning_content': 'Hm',
					  'thinking_blocks': [{'type': 'thinking', 'thinking': 'Hm', 'signature': 'S'},
					   {'type': 'redacted_thinking', 'data': 'Ug=='}],
					  'annotations': [{'type': 'url_citation', 'url_citation': {'start_index': 5, 'end_index': 9, 'title': 'Page',
					    'url': 'https://example.org'}},
					   {'type': 'document_citation', 'document_citation': {'start_index': 5, 'end_index': 9, 'citation':
					   {'title': 'Doc', 'source': 'doc', 'sourceContent': [{'text': 'two'}],
					    'location': {'documentPage': {'documentIndex': 0, 'start': 1, 'end': 2}}}}}],
					 'tool_calls': [{'id': 'a', 'type': 'function', 'function': {'name': 'f', 'arguments': '{\\"x\\":1.0}'}},
					   {'id': 'b', 'type': 'function', 'function': {'name': 'g', 'arguments': '{}'}}],
					  'images': [{'type': 'image_url', 'image_url': {'url': 'data:image/png;base64,AAAA'}}]},
					 'logprobs': null, 'finish_reason': 'tool_calls'}],
					 'usage': {'prompt_tokens': 17, 'completion_tokens': 5, 'total_tokens': 22,
					  'prompt_tokens_details': {'cached_tokens': 4, 'cache_write_tokens': 3},
					  'completion_tokens_details': {'reasoning_tokens': 0}}, 'service_tier': 'flex'}""")
			.toString());
	}

	@ParameterizedTest
	@CsvSource({ "end_turn, stop", "stop_sequence, stop", "tool_use, tool_calls", "max_tokens, length",
			"model_context_window_exceeded, length", "guardrail_intervened, content_filter",
			"content_filtered, content_filter", "malformed_model_output, stop", "malformed_tool_use, stop" })
	void knowsEveryStopReasonOfTheServiceModel(String stopReason, String finishReason) {
		JsonNode answer = Chats.answer(
				"{'output': {'message': {'role': 'assistant', 'content': []}}, 'stopReason': '" + stopReason + "'}");
		assertThat(answer.at("/choices/0/finish_reason").asString()).isEqualTo(finishReason);
		assertThat(answer.at("/choices/0/message/content").isNull()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "''|{}", "null|{}", "'{\"x\":1}'|{\"x\":1}", "{'x': 1}|{\"x\":1}", "[1]|[1]" })
	void takesArgumentsInAnyForm(String input, String arguments) {
		JsonNode answer = Chats.answer("{'output': {'message': {'role': 'assistant', 'content': [{'toolUse': "
				+ "{'toolUseId': 'a', 'name': 'f', 'input': " + input + "}}]}}, 'stopReason': 'tool_use'}");
		assertThat(answer.at("/choices/0/message/tool_calls/0/function/arguments").asString()).isEqualTo(arguments);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "{'message': 'x'}" })
	void refusesWhatIsNoAnswer(String body) {
		assertThatExceptionOfType(BrokenAnswerException.class).isThrownBy(() -> Chats.answer(body));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					400 | {"message":"The provided model identifier is invalid."} | invalid_request_error | ValidationException | The provided model identifier is invalid.
					400 | {"message":"Input is too long for requested model."} | invalid_request_error | context_length_exceeded | Input is too long for requested model.
					403 | {"Message":"no"}          | permission_error | AccessDeniedException | no
					429 | {"__type":"com.amazon#ThrottlingException","message":"slow"} | rate_limit_error | ThrottlingException | slow
					503 | <html>                    | server_error | ServiceUnavailableException | Amazon Bedrock answered 503
					""")
	void tellsErrorsInOpenAisForm(int status, String body, String type, String code, String message) {
		JsonNode error = Json.mapper()
			.readTree(Chats.anyCall().error(status, body.getBytes(StandardCharsets.UTF_8)))
			.path("error");
		assertThat(error.path("type").asString()).isEqualTo(type);
		assertThat(error.path("code").asString()).isEqualTo(code);
		assertThat(error.path("message").asString()).isEqualTo(message);
		assertThat(error.has("param")).isTrue();
	}

}
