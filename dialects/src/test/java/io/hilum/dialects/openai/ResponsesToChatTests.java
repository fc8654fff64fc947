package io.hilum.dialects.openai;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.hilum.dialects.BrokenAnswerException;
import io.hilum.dialects.StreamTranslation;
import io.hilum.dialects.Streams;
import io.hilum.dialects.UntranslatableException;
import io.hilum.dialects.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ResponsesToChat}. Requests and events as OpenAI's API reference of
 * responses describes them.
 */
class ResponsesToChatTests {

	private static final ResponsesToChat TRANSLATOR = new ResponsesToChat("max_tokens", 1 << 20);

	private static final String ANSWER = """
			data: {"id":"chatcmpl-1","model":"m-7","choices":[{"index":0,"delta":{"role":"assistant","reasoning_content":"Let me "}}]}

			data: {"id":"chatcmpl-1","model":"m-7","choices":[{"index":0,"delta":{"reasoning_content":"see."}}]}

			data: {"id":"chatcmpl-1","model":"m-7","choices":[{"index":0,"delta":{"content":"It is "}}]}

			data: {"id":"chatcmpl-1","model":"m-7","choices":[{"index":0,"delta":{"content":"37.2 °C."}}]}

			data: {"id":"chatcmpl-1","model":"m-7","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"call_a","type":"function","function":{"name":"chart","arguments":""}}]}}]}

			data: {"id":"chatcmpl-1","model":"m-7","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\\"ward\\":"}}]}}]}

			data: {"id":"chatcmpl-1","model":"m-7","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"7}"}}]}}]}

			data: {"id":"chatcmpl-1","model":"m-7","choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]}

			data: {"id":"chatcmpl-1","model":"m-7","choices":[],"usage":{"prompt_tokens":90,"completion_tokens":30,"total_tokens":120,"prompt_tokens_details":{"cached_tokens":64,"cache_write_tokens":8},"completion_tokens_details":{"reasoning_tokens":12}}}

			data: [DONE]

			""";

	@Test
	void asksTheSameInChat() {
		JsonNode chat = chat(
				"""
						{"model":"m","stream":true,"instructions":"Be brief.","max_output_tokens":50,"temperature":0.1,
						"reasoning":{"effort":"low"},"text":{"verbosity":"low","format":{"type":"json_schema","name":"a",
						"schema":{"type":"object"},"strict":true}},"parallel_tool_calls":false,"store":false,
						"metadata":{"a":"b"},"vendor":{"x":1},
						"tools":[{"type":"function","name":"chart","parameters":{"type":"object"},"strict":true}],
						"tool_choice":{"type":"function","name":"chart"},
						"input":[{"role":"user","content":[{"type":"input_text","text":"Look"},
						{"type":"input_image","image_url":"data:image/png;base64,AA==","detail":"low"},
						{"type":"input_file","filename":"a.pdf","file_data":"data:application/pdf;base64,AA=="}]},
						{"type":"reasoning","id":"rs_1","summary":[]},
						{"type":"message","role":"assistant","content":[{"type":"output_text","text":"I look.","annotations":[]}]},
						{"type":"function_call","call_id":"call_a","name":"chart","arguments":"{}"},
						{"type":"function_call","call_id":"call_b","name":"chart","arguments":"{\\"a\\":1}"},
						{"type":"function_call_output","call_id":"call_b","output":"B"},
						{"type":"function_call_output","call_id":"call_a","output":[{"type":"input_text","text":"A"}]}]}""");
		assertThat(chat.path("messages")).isEqualTo(Json.readLeniently("""
				[{"role":"system","content":"Be brief."},
				{"role":"user","content":[{"type":"text","text":"Look"},
				{"type":"image_url","image_url":{"url":"data:image/png;base64,AA==","detail":"low"}},
				{"type":"file","file":{"file_data":"data:application/pdf;base64,AA==","filename":"a.pdf"}}]},
				{"role":"assistant","content":"I look.","tool_calls":[
				{"id":"call_a","type":"function","function":{"name":"chart","arguments":"{}"}},
				{"id":"call_b","type":"function","function":{"name":"chart","arguments":"{\\"a\\":1}"}}]},
				{"role":"tool","tool_call_id":"call_b","content":"B"},
				{"role":"tool","tool_call_id":"call_a","content":"A"}]""".getBytes(StandardCharsets.UTF_8)));
		assertThat(without(chat, "messages")).isEqualTo(Json.readLeniently("""
				{"model":"served","stream":true,"stream_options":{"include_usage":true},"max_tokens":50,
				"tools":[{"type":"function","function":{"name":"chart","parameters":{"type":"object"},"strict":true}}],
				"tool_choice":{"type":"function","function":{"name":"chart"}},"verbosity":"low",
				"response_format":{"type":"json_schema","json_schema":{"name":"a","schema":{"type":"object"},
				"strict":true}},"reasoning_effort":"low","temperature":0.1,"parallel_tool_calls":false,
				"vendor":{"x":1}}""".getBytes(StandardCharsets.UTF_8)));
	}

	private static JsonNode without(JsonNode chat, String name) {
		return ((ObjectNode) chat.deepCopy()).without(name);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "\"tools\":[{\"type\":\"web_search\"}]|tools[0].type",
			"\"tools\":[{\"type\":\"file_search\",\"vector_store_ids\":[]}]|tools[0].type",
			"\"previous_response_id\":\"resp_1\"|previous_response_id", "\"conversation\":\"conv\"|conversation",
			"\"background\":true|background", "\"truncation\":\"auto\"|truncation", "\"top_logprobs\":3|top_logprobs",
			"\"input\":[{\"type\":\"item_reference\",\"id\":\"x\"}]|input[0].type",
			"\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_file\",\"file_id\":\"f\"}]}]|input[0].content[0].file_id",
			"\"input\":7|input" })
	void refusesByNameWhatChatCannotSay(String field, String param) {
		String input = field.startsWith("\"input\"") ? "" : "\"input\":\"x\",";
		assertThatExceptionOfType(UntranslatableException.class).isThrownBy(() -> chat("{" + input + field + "}"))
			.satisfies((refusal) -> assertThat(refusal.param()).isEqualTo(param));
	}

	@Test
	void tellsAStreamInTheOrderOfResponses() {
		List<JsonNode> events = Streams
			.events(Streams.translated(translation("{\"input\":\"x\",\"stream\":true}"), ANSWER, 0));
		assertThat(events.stream().map((event) -> event.path("type").asString()).toList()).containsExactly(
				"response.created", "response.in_progress", "response.output_item.added",
				"response.reasoning_summary_part.added", "response.reasoning_summary_text.delta",
				"response.reasoning_summary_text.delta", "response.reasoning_summary_text.done",
				"response.reasoning_summary_part.done", "response.output_item.done", "response.output_item.added",
				"response.content_part.added", "response.output_text.delta", "response.output_text.delta",
				"response.output_text.done", "response.content_part.done", "response.output_item.done",
				"response.output_item.added", "response.function_call_arguments.delta",
				"response.function_call_arguments.delta", "response.function_call_arguments.done",
				"response.output_item.done", "response.completed");
		for (int i = 0; i < events.size(); i++) {
			assertThat(events.get(i).path("sequence_number").asInt()).isEqualTo(i);
		}
		JsonNode response = events.getLast().path("response");
		assertThat(response.path("output")).hasSize(3);
		assertThat(response.path("output").get(1).path("content").get(0).path("text").asString())
			.isEqualTo("It is 37.2 °C.");
		assertThat(response.path("output").get(2).path("arguments").asString()).isEqualTo("{\"ward\":7}");
		assertThat(response.path("usage")).isEqualTo(Json.readLeniently("""
				{"input_tokens":90,"input_tokens_details":{"cached_tokens":64,"cache_write_tokens":8},
				"output_tokens":30,"output_tokens_details":{"reasoning_tokens":12},"total_tokens":120}"""
			.getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void tellsTheSameAtEverySplit() {
		String body = "{\"input\":\"x\",\"stream\":true}";
		String whole = Streams.translated(translation(body), ANSWER, 0);
		for (int cut = -1; cut <= ANSWER.getBytes(StandardCharsets.UTF_8).length; cut++) {
			assertThat(Streams.translated(translation(body), ANSWER, cut)).isEqualTo(whole);
		}
	}

	@Test
	void saysNoEndForAStreamThatWasCut() {
		String cut = ANSWER.substring(0, ANSWER
			.indexOf("data: {\"id\":\"chatcmpl-1\",\"model\":\"m-7\",\"choices\":[{\"index\":0,\"delta\":{},"));
		assertThat(Streams.translated(translation("{\"input\":\"x\",\"stream\":true}"), cut, 0))
			.doesNotContain("response.completed");
	}

	@Test
	void tellsAnErrorInPlaceOfTheRest() {
		String broken = ANSWER.substring(0, ANSWER.indexOf("\n\n") + 2) + "data: {\"error\":{\"message\":\"x\"}}\n\n";
		assertThat(Streams.translated(translation("{\"input\":\"x\",\"stream\":true}"), broken, 0))
			.endsWith("data: {\"error\":{\"message\":\"x\"}}\n\n");
	}

	@ParameterizedTest
	@CsvSource({ "length,max_output_tokens", "content_filter,content_filter" })
	void saysWhyAnAnswerIsNotWhole(String finish, String reason) {
		JsonNode response = answer("""
				{"id":"1","choices":[{"index":0,"message":{"content":"a"},"finish_reason":"%s"}]}""".formatted(finish));
		assertThat(response.path("status").asString()).isEqualTo("incomplete");
		assertThat(response.path("incomplete_details").path("reason").asString()).isEqualTo(reason);
	}

	@Test
	void tellsRefusalsAndThoughts() {
		JsonNode response = answer("""
				{"id":"1","choices":[{"index":0,"message":{"refusal":"No.","reasoning_content":"Hm",
				"thinking_blocks":[{"type":"thinking","thinking":"Hm","signature":"s"}]},"finish_reason":"stop"}]}""");
		JsonNode reasoning = response.path("output").get(0);
		assertThat(reasoning.path("summary").get(0).path("text").asString()).isEqualTo("Hm");
		assertThat(response.path("output").get(1).path("content").get(0))
			.isEqualTo(Json.object().put("type", "refusal").put("refusal", "No."));
		JsonNode next = chat("{\"input\":[" + reasoning + ",{\"role\":\"user\",\"content\":\"so?\"}]}");
		assertThat(next.path("messages").get(0).path("thinking_blocks").get(0).path("signature").asString())
			.isEqualTo("s");
	}

	@Test
	void breaksOffWhereAnEventIsTooLong() {
		StreamTranslation small = new ResponsesToChat("max_tokens", 40)
			.translate(Streams.request("{\"input\":\"x\",\"stream\":true}"));
		assertThatExceptionOfType(BrokenAnswerException.class)
			.isThrownBy(() -> small.stream().accept(("data: " + "x".repeat(41)).getBytes(StandardCharsets.UTF_8)));
	}

	private static JsonNode answer(String chat) {
		return Json.readAnswer(translation("{\"input\":\"x\"}").answer(chat.getBytes(StandardCharsets.UTF_8)));
	}

	private static StreamTranslation translation(String body) {
		return TRANSLATOR.translate(Streams.request(body));
	}

	private static JsonNode chat(String body) {
		return Json.readAnswer(translation(body).request());
	}

}
