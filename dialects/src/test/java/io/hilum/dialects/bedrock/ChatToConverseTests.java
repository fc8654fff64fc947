package io.hilum.dialects.bedrock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ChatToConverseTests {

	private static final String WEATHER = """
			{'type': 'function', 'function': {'name': 'get_weather', 'description': 'Weather of a city',
			 'parameters': {'type': 'object', 'properties': {'city': {'type': 'string'}}}}}""";

	private static final String CALLED = """
			{'role': 'user', 'content': 'How is the weather in Paris and Rome?'},
			{'role': 'assistant', 'content': null, 'refusal': null, 'tool_calls': [
			 {'id': 'a', 'type': 'function', 'function': {'name': 'get_weather', 'arguments': '{"city":"Paris"}'}},
			 {'id': 'b', 'type': 'function', 'function': {'name': 'get_weather', 'arguments': ''}}]},
			{'role': 'tool', 'tool_call_id': 'b', 'content': 'rain'},
			{'role': 'user', 'content': 'Quick!'},
			{'role': 'tool', 'tool_call_id': 'a', 'content': 'sun', 'is_error': true}""";

	@Test
	void collectsInstructionsAndJoinsTurnsOfOneRole() {
		JsonNode sent = Chats
			.sent("""
					{'model': 'm', 'stream': true, 'user': 'u', 'max_tokens': 100, 'max_completion_tokens': 50,
					 'temperature': 0.5, 'top_p': 1, 'stop': 'END', 'messages': [
					 {'role': 'system', 'content': 'Be brief.'},
					 {'role': 'user', 'content': 'One'},
					 {'role': 'user', 'name': 'x', 'content': [{'type': 'text', 'text': 'Two'}, {'type': 'text', 'text': ' '}]},
					 {'role': 'assistant', 'content': 'Three'},
					 {'role': 'developer', 'content': 'Be kind.'}]}""");
		assertThat(sent).isEqualTo(Chats.json("""
				{'messages': [{'role': 'user', 'content': [{'text': 'One'}, {'text': 'Two'}]},
				 {'role': 'assistant', 'content': [{'text': 'Three'}]}],
				 'system': [{'text': 'Be brief.'}, {'text': 'Be kind.'}],
				 'inferenceConfig': {'maxTokens': 50, 'temperature': 0.5, 'topP': 1, 'stopSequences': ['END']}}"""));
	}

	@Test
	void putsResultsByTheirIdBeforeAllElseOfTheTurn() {
		JsonNode sent = Chats.sent("{'messages': [" + CALLED + "], 'tools': [" + WEATHER + "]}");
		assertThat(sent.path("messages")).isEqualTo(Chats.json("""
				[{'role': 'user', 'content': [{'text': 'How is the weather in Paris and Rome?'}]},
				 {'role': 'assistant', 'content': [
				  {'toolUse': {'toolUseId': 'a', 'name': 'get_weather', 'input': {'city': 'Paris'}}},
				  {'toolUse': {'toolUseId': 'b', 'name': 'get_weather', 'input': {}}}]},
				 {'role': 'user', 'content': [
				  {'toolResult': {'toolUseId': 'b', 'content': [{'text': 'rain'}]}},
				  {'toolResult': {'toolUseId': 'a', 'content': [{'text': 'sun'}], 'status': 'error'}},
				  {'text': 'Quick!'}]}]"""));
		assertThat(sent.path("toolConfig")).isEqualTo(Chats.json("""
				{'tools': [{'toolSpec': {'name': 'get_weather', 'description': 'Weather of a city', 'inputSchema': {
				 'json': {'type': 'object', 'properties': {'city': {'type': 'string'}}}}}}]}"""));
	}

	@ParameterizedTest
	@ValueSource(strings = { ", 'tools': [%s], 'tool_choice': 'none'", "" })
	void tellsEarlierCallsInWordsWhereNothingMayBeCalled(String tools) {
		JsonNode sent = Chats.sent("{'messages': [" + CALLED + "]" + tools.formatted(WEATHER) + "}");
		assertThat(sent.has("toolConfig")).isFalse();
		assertThat(sent.path("messages").toString()).doesNotContain("toolUse", "toolResult")
			.contains("[Called get_weather with {\\\"city\\\":\\\"Paris\\\"}; call a]", "[Error of call a]", "sun");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					'auto'     | {'auto': {}}
					'required' | {'any': {}}
					{'function': {'name': 'get_weather'}} | {'tool': {'name': 'get_weather'}}
					{'type': 'function', 'function': {'name': 'get_weather'}} | {'tool': {'name': 'get_weather'}}
					{'type': 'allowed_tools', 'allowed_tools': {'mode': 'required', 'tools': [{'type': 'function', 'function': {'name': 'get_weather'}}]}} | {'any': {}}
					""")
	void translatesTheChoiceOfTools(String choice, String expected) {
		JsonNode sent = Chats.sent("{'messages': [{'role': 'user', 'content': 'Hi'}], 'tools': [" + WEATHER
				+ ", {'type': 'function', 'function': {'name': 'get_weather2'}}], 'tool_choice': " + choice + "}");
		assertThat(sent.path("toolConfig").path("toolChoice")).isEqualTo(Chats.json(expected));
		assertThat(sent.path("toolConfig").path("tools")).hasSize(choice.contains("allowed") ? 1 : 2);
	}

	@Test
	void saysOneCallAtATimeInAnthropicsWords() {
		String request = "{'messages': [{'role': 'user', 'content': 'Hi'}], 'parallel_tool_calls': false, 'tools': ["
				+ WEATHER + "], 'tool_choice': 'required'}";
		JsonNode sent = Chats.sent(request);
		assertThat(sent.path("toolConfig").has("toolChoice")).isFalse();
		assertThat(sent.path("additionalModelRequestFields"))
			.isEqualTo(Chats.json("{'tool_choice': {'type': 'any', 'disable_parallel_tool_use': true}}"));
		assertThat(Chats.refused("amazon.nova-pro-v1:0", request)).isNotNull()
			.extracting((refusal) -> refusal.param())
			.isEqualTo("parallel_tool_calls");
	}

	@Test
	void sendsMediaByTheirBytesOrTheirPlaceInS3() {
		JsonNode sent = Chats
			.sent("""
					{'messages': [{'role': 'user', 'content': [
					 {'type': 'text', 'text': 'Look'},
					 {'type': 'image_url', 'image_url': {'url': 'data:image/jpg;base64,AAAA', 'detail': 'high'}},
					 {'type': 'image_url', 'image_url': {'url': 's3://bucket/scan.PNG'}},
					 {'type': 'video_url', 'video_url': {'url': 'data:video/quicktime;base64,BBBB'}},
					 {'type': 'input_audio', 'input_audio': {'data': 'CCCC', 'format': 'wav'}},
					 {'type': 'file', 'file': {'filename': 'Report: 2026_v1.pdf', 'file_data': 'data:application/pdf;base64,DDDD'}},
					 {'type': 'file', 'file': {'filename': 'Report  2026 v1.csv', 'file_data': 'EEEE'}}]}]}""");
		assertThat(sent.path("messages").path(0).path("content")).isEqualTo(Chats.json("""
				[{'text': 'Look'},
				 {'image': {'format': 'jpeg', 'source': {'bytes': 'AAAA'}}},
				 {'image': {'format': 'png', 'source': {'s3Location': {'uri': 's3://bucket/scan.PNG'}}}},
				 {'video': {'format': 'mov', 'source': {'bytes': 'BBBB'}}},
				 {'audio': {'format': 'wav', 'source': {'bytes': 'CCCC'}}},
				 {'document': {'format': 'pdf', 'name': 'Report 2026 v1', 'source': {'bytes': 'DDDD'}}},
				 {'document': {'format': 'csv', 'name': 'Report 2026 v1 (2)', 'source': {'bytes': 'EEEE'}}}]"""));
	}

	@Test
	void marksWhatIsCached() {
		JsonNode sent = Chats
			.sent("""
					{'messages': [
					 {'role': 'system', 'content': [{'type': 'text', 'text': 'Rules', 'cache_control': {'type': 'ephemeral', 'ttl': '1h'}}]},
					 {'role': 'user', 'content': 'Hi', 'cache_control': {'type': 'ephemeral'}}],
					 'tools': [{'type': 'function', 'function': {'name': 'f'}, 'cache_control': {'type': 'ephemeral'}}]}""");
		assertThat(sent).isEqualTo(Chats
			.json("""
					{'messages': [{'role': 'user', 'content': [{'text': 'Hi'}, {'cachePoint': {'type': 'default'}}]}],
					 'system': [{'text': 'Rules'}, {'cachePoint': {'type': 'default', 'ttl': '1h'}}],
					 'toolConfig': {'tools': [{'toolSpec': {'name': 'f', 'inputSchema': {'json': {'type': 'object', 'properties': {}}}}},
					  {'cachePoint': {'type': 'default'}}]}}"""));
	}

	@Test
	void givesThoughtsBackAsTheyCame() {
		JsonNode sent = Chats
			.sent("""
					{'messages': [{'role': 'user', 'content': 'Hi'}, {'role': 'assistant', 'content': 'Hello',
					 'reasoning_content': 'Hm', 'thinking_blocks': [{'type': 'thinking', 'thinking': 'Hm', 'signature': 'S'},
					 {'type': 'redacted_thinking', 'data': 'Ug=='}]}, {'role': 'user', 'content': 'Well?'}]}""");
		assertThat(sent.path("messages").path(1).path("content")).isEqualTo(Chats.json("""
				[{'reasoningContent': {'reasoningText': {'text': 'Hm', 'signature': 'S'}}},
				 {'reasoningContent': {'redactedContent': 'Ug=='}}, {'text': 'Hello'}]"""));
	}

	@Test
	void asksForStructuredOutputTiersGuardrailsAndMetadata() {
		JsonNode sent = Chats
			.sent("""
					{'messages': [{'role': 'user', 'content': 'Hi'}], 'service_tier': 'flex', 'metadata': {'team': 'ward 3'},
					 'guardrailConfig': {'guardrailIdentifier': 'abc', 'guardrailVersion': '1', 'trace': 'enabled'},
					 'performanceConfig': {'latency': 'optimized'},
					 'response_format': {'type': 'json_schema', 'json_schema': {'name': 'n', 'strict': true, 'schema': {'type': 'object'}}}}""");
		assertThat(sent).isEqualTo(Chats.json("""
				{'messages': [{'role': 'user', 'content': [{'text': 'Hi'}]}], 'serviceTier': {'type': 'flex'},
				 'requestMetadata': {'team': 'ward 3'}, 'performanceConfig': {'latency': 'optimized'},
				 'guardrailConfig': {'guardrailIdentifier': 'abc', 'guardrailVersion': '1', 'trace': 'enabled'},
				 'outputConfig': {'textFormat': {'type': 'json_schema', 'structure': {'jsonSchema': {'name': 'n',
				  'schema': '{\\"type\\":\\"object\\",\\"additionalProperties\\":false}'}}}}}"""));
	}

	@Test
	void hashesIdsOfCallsThatBedrockWouldRefuse() {
		JsonNode sent = Chats
			.sent(("{'messages': [" + CALLED + "], 'tools': [" + WEATHER + "]}").replace("'a'", "'ä|'"));
		String call = sent.at("/messages/1/content/0/toolUse/toolUseId").asString();
		assertThat(call).matches("call_[0-9a-f]{40}");
		assertThat(sent.at("/messages/2/content/1/toolResult/toolUseId").asString()).isEqualTo(call);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					n                                | 'n': 2
					logprobs                         | 'logprobs': true
					seed                             | 'seed': 7
					presence_penalty                 | 'presence_penalty': 0.5
					frequency_penalty                | 'frequency_penalty': 0.5
					temperature                      | 'temperature': 1.5
					response_format                  | 'response_format': {'type': 'json_object'}
					service_tier                     | 'service_tier': 'scale'
					metadata                         | 'metadata': {'a': 'ä'}
					top_k                            | 'top_k': 1.5
					invented                         | 'invented': 1
					guardrailConfig.invented         | 'guardrailConfig': {'invented': 1}
					functions                        | 'functions': []
					tools[0].type                    | 'tools': [{'type': 'custom', 'custom': {'name': 'x'}}]
					tools[0].function.name           | 'tools': [{'type': 'function', 'function': {'name': 'a b'}}]
					messages[0].content[0].image_url.url | 'messages': [{'role': 'user', 'content': [{'type': 'image_url', 'image_url': {'url': 'https://example.org/x.png'}}]}]
					messages[0].content[0].file.file_id  | 'messages': [{'role': 'user', 'content': [{'type': 'file', 'file': {'file_id': 'f'}}]}]
					messages[0].content[0].file.file_data | 'messages': [{'role': 'user', 'content': [{'type': 'file', 'file': {'filename': 'a.pdf', 'file_data': 'https://example.org/a.pdf'}}]}]
					messages[0].content[0].image_url.url  | 'messages': [{'role': 'user', 'content': [{'type': 'image_url', 'image_url': {'url': 'data:image/tiff;base64,AAAA'}}]}]
					messages[0].content[0].invented      | 'messages': [{'role': 'user', 'content': [{'type': 'text', 'text': 'x', 'invented': 1}]}]
					messages[0].invented             | 'messages': [{'role': 'user', 'content': 'x', 'invented': 1}]
					messages                         | 'messages': [{'role': 'system', 'content': 'x'}]
					""")
	void refusesByNameWhatConverseCannotSay(String param, String field) {
		String messages = field.startsWith("'messages'") ? "" : ", 'messages': [{'role': 'user', 'content': 'Hi'}]";
		assertThat(Chats.refused("{" + field + messages + "}")).isNotNull()
			.extracting((refusal) -> refusal.param())
			.isEqualTo(param);
	}

	@Test
	void passesOverFieldsThatSayWhatBedrockDoesAnyway() {
		assertThat(Chats.refused(
				"""
						{'messages': [{'role': 'user', 'content': 'Hi'}], 'n': 1, 'logprobs': false, 'presence_penalty': 0.0,
						 'frequency_penalty': 0, 'logit_bias': {}, 'seed': null, 'store': false, 'response_format': {'type': 'text'},
						 'modalities': ['text'], 'parallel_tool_calls': true, 'tool_choice': 'none', 'tools': []}"""))
			.isNull();
	}

}
