package io.hilum.dialects.messages;

import java.nio.charset.StandardCharsets;
import java.util.List;

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
 * Tests for {@link MessagesToChat}. Requests and events as Anthropic's reference of the
 * Messages API describes them.
 */
class MessagesToChatTests {

	private static final String ANSWER = """
			data: {"id":"chatcmpl-1","model":"m-7","choices":[{"index":0,"delta":{"role":"assistant","reasoning_content":"Let me see."}}]}

			data: {"id":"chatcmpl-1","model":"m-7","choices":[{"index":0,"delta":{"thinking_blocks":[{"index":0,"type":"thinking","signature":"sig"}]}}]}

			data: {"id":"chatcmpl-1","model":"m-7","choices":[{"index":0,"delta":{"content":"It is "}}]}

			data: {"id":"chatcmpl-1","model":"m-7","choices":[{"index":0,"delta":{"content":"37.2 °C."}}]}

			data: {"id":"chatcmpl-1","model":"m-7","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"call_a","type":"function","function":{"name":"chart","arguments":""}}]}}]}

			data: {"id":"chatcmpl-1","model":"m-7","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\\"ward\\":7}"}}]}}]}

			data: {"id":"chatcmpl-1","model":"m-7","choices":[{"index":0,"delta":{"tool_calls":[{"index":1,"id":"call_b","type":"function","function":{"name":"list","arguments":"{}"}}]}}]}

			data: {"id":"chatcmpl-1","model":"m-7","choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]}

			data: {"id":"chatcmpl-1","model":"m-7","choices":[],"usage":{"prompt_tokens":90,"completion_tokens":30,"prompt_tokens_details":{"cached_tokens":64,"cache_write_tokens":8}}}

			data: [DONE]

			""";

	@Test
	void asksTheSameInChat() {
		JsonNode chat = chat(new MessagesToChat("max_tokens", true, 1 << 20),
				"""
						{"model":"m","max_tokens":50,"stream":true,"system":[{"type":"text","text":"Be brief.",
						"cache_control":{"type":"ephemeral"}}],"stop_sequences":["END"],"metadata":{"user_id":"u-1"},
						"top_k":5,"thinking":{"type":"enabled","budget_tokens":4096},
						"tools":[{"name":"chart","description":"d","input_schema":{"type":"object"},
						"cache_control":{"type":"ephemeral"}}],
						"tool_choice":{"type":"any","disable_parallel_tool_use":true},
						"messages":[{"role":"user","content":[{"type":"text","text":"Look"},
						{"type":"image","source":{"type":"base64","media_type":"image/png","data":"AA=="}},
						{"type":"image","source":{"type":"url","url":"https://x/y.png"}},
						{"type":"document","title":"t.pdf","source":{"type":"base64","media_type":"application/pdf","data":"AA=="}}]},
						{"role":"assistant","content":[{"type":"thinking","thinking":"Hm","signature":"s"},
						{"type":"text","text":"I look."},{"type":"tool_use","id":"a","name":"chart","input":{"w":1}},
						{"type":"tool_use","id":"b","name":"chart","input":{}}]},
						{"role":"user","content":[{"type":"tool_result","tool_use_id":"b","content":"B"},
						{"type":"tool_result","tool_use_id":"a","content":[{"type":"text","text":"A"}]},
						{"type":"text","text":"So?"}]}]}""");
		assertThat(chat).isEqualTo(Json.readAnswer("""
				{"model":"served","stream":true,"stream_options":{"include_usage":true},
				"messages":[{"role":"system","content":"Be brief."},
				{"role":"user","content":[{"type":"text","text":"Look"},
				{"type":"image_url","image_url":{"url":"data:image/png;base64,AA=="}},
				{"type":"image_url","image_url":{"url":"https://x/y.png"}},
				{"type":"file","file":{"filename":"t.pdf","file_data":"data:application/pdf;base64,AA=="}}]},
				{"role":"assistant","thinking_blocks":[{"type":"thinking","thinking":"Hm","signature":"s"}],
				"tool_calls":[{"id":"a","type":"function","function":{"name":"chart","arguments":"{\\"w\\":1}"}},
				{"id":"b","type":"function","function":{"name":"chart","arguments":"{}"}}],"content":"I look."},
				{"role":"tool","tool_call_id":"b","content":"B"},{"role":"tool","tool_call_id":"a","content":"A"},
				{"role":"user","content":"So?"}],"max_tokens":50,"stop":["END"],"user":"u-1",
				"tools":[{"type":"function","function":{"name":"chart","description":"d",
				"parameters":{"type":"object"}}}],"tool_choice":"required","parallel_tool_calls":false,
				"reasoning_effort":"medium","top_k":5}""".getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void keepsThoughtsFromServersThatKnowOnlyChat() {
		assertThat(chat(new MessagesToChat("max_completion_tokens", false, 1 << 20), """
				{"max_tokens":5,"messages":[{"role":"assistant","content":[{"type":"redacted_thinking","data":"x"},
				{"type":"text","text":"a"}]}]}""")).isEqualTo(Json.readAnswer("""
				{"model":"served","messages":[{"role":"assistant","content":"a"}],"max_completion_tokens":5}"""
			.getBytes(StandardCharsets.UTF_8)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"\"tools\":[{\"type\":\"web_search_20250305\",\"name\":\"web_search\"}]|tools[0].type",
			"\"container\":\"c\"|container", "\"mcp_servers\":[{}]|mcp_servers",
			"\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"container_upload\"}]}]|messages[0].content[0].type",
			"\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image\",\"source\":{\"type\":\"file\"}}]}]|messages[0].content[0].source.type",
			"\"messages\":[{\"role\":\"assistant\",\"content\":[{\"type\":\"server_tool_use\"}]}]|messages[0].content[0].type",
			"\"messages\":[]|messages" })
	void refusesByNameWhatChatCannotSay(String field, String param) {
		String messages = field.startsWith("\"messages\"") ? ""
				: "\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],";
		assertThatExceptionOfType(UntranslatableException.class)
			.isThrownBy(() -> translation("{" + messages + field + "}"))
			.satisfies((refusal) -> assertThat(refusal.param()).isEqualTo(param));
	}

	@Test
	void tellsAStreamInBlocks() {
		List<JsonNode> events = Streams.events(Streams.translated(streamed(), ANSWER, 0));
		assertThat(events.stream().map((event) -> event.path("type").asString()).toList()).containsExactly(
				"message_start", "content_block_start", "content_block_delta", "content_block_delta",
				"content_block_stop", "content_block_start", "content_block_delta", "content_block_delta",
				"content_block_stop", "content_block_start", "content_block_delta", "content_block_stop",
				"content_block_start", "content_block_delta", "content_block_stop", "message_delta", "message_stop");
		assertThat(events.get(3).path("delta").path("signature").asString()).isEqualTo("sig");
		assertThat(events.get(12).path("index").asInt()).isEqualTo(3);
		assertThat(events.get(15)).isEqualTo(Json.readAnswer("""
				{"type":"message_delta","delta":{"stop_reason":"tool_use","stop_sequence":null},"usage":{
				"input_tokens":18,"cache_creation_input_tokens":8,"cache_read_input_tokens":64,"output_tokens":30}}"""
			.getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void tellsTheSameAtEverySplit() {
		String whole = Streams.translated(streamed(), ANSWER, 0);
		for (int cut = -1; cut <= ANSWER.getBytes(StandardCharsets.UTF_8).length; cut++) {
			assertThat(Streams.translated(streamed(), ANSWER, cut)).isEqualTo(whole);
		}
	}

	@Test
	void readsWhatServersWriteInTheirOwnWay() {
		String chunks = """
				data: {"choices":[{"delta":{"content":[{"type":"thinking","thinking":"T"},"A",{"type":"text","text":"B"}]}}]}

				data: {"choices":[{"delta":{"tool_calls":[{"function":{"name":"f","arguments":{}}},\
				{"function":{"name":"g","arguments":{"x":1}}}]}}]}

				data: {"choices":[{"delta":{},"finish_reason":"tool_calls"}],"x_groq":{"usage":{"prompt_tokens":3,\
				"completion_tokens":2}}}

				data: [DONE]

				""";
		String whole = Streams.translated(streamed(), chunks, 0);
		for (int cut = -1; cut < chunks.length(); cut++) {
			assertThat(Streams.translated(streamed(), chunks, cut)).isEqualTo(whole);
		}
		assertThat(whole).contains("\"thinking\":\"T\"", "\"text\":\"A\"", "\"text\":\"B\"", "\"name\":\"f\"",
				"\"name\":\"g\"", "\"output_tokens\":2", "message_stop");
	}

	@Test
	void takesNoErrorForAnEnd() {
		String error = "data: {\"object\":\"error\",\"message\":\"m\",\"code\":400}\n\ndata: [DONE]\n\n";
		assertThat(Streams.translated(streamed(), error, 0)).contains("error").doesNotContain("message_stop");
	}

	@Test
	void saysNoEndForAStreamThatWasCut() {
		assertThat(Streams.translated(streamed(), ANSWER.substring(0, 400), 0)).contains("message_start")
			.doesNotContain("message_stop", "message_delta");
	}

	@Test
	void takesAStreamThatForgetsItsEnd() {
		assertThat(Streams.translated(streamed(), ANSWER.replace("data: [DONE]\n\n", ""), 0)).contains("message_stop");
	}

	@ParameterizedTest
	@CsvSource({ "stop,end_turn", "length,max_tokens", "tool_calls,tool_use", "content_filter,refusal" })
	void answersWholeWithItsReason(String finish, String reason) {
		JsonNode message = answer("""
				{"id":"chatcmpl-1","model":"m-7","choices":[{"index":0,"message":{"content":"A","tool_calls":[
				{"id":"a","function":{"name":"f","arguments":"{\\"x\\":1}"}},{"id":"b","function":{"name":"g"}}]},
				"finish_reason":"%s"}],"usage":{"prompt_tokens":9,"completion_tokens":3}}""".formatted(finish));
		assertThat(message).isEqualTo(Json.readAnswer("""
				{"id":"msg_1","type":"message","role":"assistant","model":"m-7","content":[{"type":"text","text":"A"},
				{"type":"tool_use","id":"a","name":"f","input":{"x":1}},
				{"type":"tool_use","id":"b","name":"g","input":{}}],"stop_reason":"%s","stop_sequence":null,
				"usage":{"input_tokens":9,"cache_creation_input_tokens":0,"cache_read_input_tokens":0,
				"output_tokens":3}}""".formatted(reason).getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void answersARefusal() {
		JsonNode message = answer("{\"choices\":[{\"message\":{\"refusal\":\"No.\"},\"finish_reason\":\"stop\"}]}");
		assertThat(message.path("stop_reason").asString()).isEqualTo("refusal");
		assertThat(message.path("content").get(0).path("text").asString()).isEqualTo("No.");
	}

	@Test
	void estimatesTokens() {
		String image = "{\"type\":\"image\",\"source\":{\"type\":\"base64\",\"data\":\"" + "A".repeat(100_000) + "\"}}";
		byte[] body = ("{\"system\":\"12345678\",\"messages\":[{\"role\":\"user\",\"content\":[" + image + "]}]}")
			.getBytes(StandardCharsets.UTF_8);
		assertThat(Json.readAnswer(TokenEstimate.of(body)).path("input_tokens").asInt()).isBetween(1_300, 1_400);
	}

	private static JsonNode answer(String chat) {
		return Json.readAnswer(translation("{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}")
			.answer(chat.getBytes(StandardCharsets.UTF_8)));
	}

	private static StreamTranslation streamed() {
		return translation("{\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}");
	}

	private static StreamTranslation translation(String body) {
		return new MessagesToChat("max_tokens", true, 1 << 20).translate(Streams.request(body));
	}

	private static JsonNode chat(MessagesToChat translator, String body) {
		return Json.readAnswer(translator.translate(Streams.request(body)).request());
	}

}
