package io.hilum.dialects.bedrock;

import java.util.ArrayList;
import java.util.List;

import io.hilum.dialects.UntranslatableException;
import io.hilum.dialects.json.Json;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for every conversation and every answer.
 */
class ChatToConversePropertyTests {

	@Property(tries = 300)
	void turnsAlternateAndCallsStandOnlyBesideTools(@ForAll("conversations") List<String> messages,
			@ForAll boolean tools) {
		String request = "{'messages': [" + String.join(",", messages) + "]"
				+ (tools ? ", 'tools': [{'type': 'function', 'function': {'name': 'f'}}]" : "") + "}";
		JsonNode sent;
		try {
			sent = Chats.sent(request);
		}
		catch (UntranslatableException ex) {
			assertThat(ex.param()).isEqualTo("messages");
			return;
		}
		String before = "";
		for (JsonNode turn : sent.path("messages")) {
			assertThat(turn.path("role").asString()).isNotEqualTo(before);
			assertThat(turn.path("content").isEmpty()).isFalse();
			before = turn.path("role").asString();
		}
		assertThat(sent.has("toolConfig")).isEqualTo(tools);
		if (!tools) {
			assertThat(sent.toString()).doesNotContain("\"toolUse\"", "\"toolResult\"");
		}
	}

	@Provide
	Arbitrary<List<String>> conversations() {
		return Arbitraries.of("{'role': 'system', 'content': 's'}", "{'role': 'user', 'content': 'u'}",
				"{'role': 'user', 'content': ''}", "{'role': 'assistant', 'content': 'a'}",
				"{'role': 'user', 'content': [{'type': 'image_url', 'image_url': {'url': 'data:image/png;base64,AAAA'}}]}",
				"{'role': 'assistant', 'content': null, 'tool_calls': [{'id': 'c', 'type': 'function', 'function': {'name': 'f', 'arguments': '{}'}}]}",
				"{'role': 'tool', 'tool_call_id': 'c', 'content': 'r'}",
				"{'role': 'tool', 'tool_call_id': 'c', 'content': ''}")
			.list()
			.ofMaxSize(8);
	}

	@Property(tries = 300)
	void wholeAndStreamedAnswersSayTheSame(@ForAll("blocks") List<String> blocks) {
		ObjectNode whole = Json.object();
		ArrayNode content = whole.putObject("output").putObject("message").putArray("content");
		blocks.forEach((block) -> content.add(Chats.json(block)));
		whole.put("stopReason", "end_turn").putObject("usage").put("inputTokens", 1).put("outputTokens", 2);
		JsonNode answered = Json.mapper().readTree(Chats.anyCall().answer(Json.write(whole)));
		List<String> events = Chats.streamed(streamed(content));
		assertThat(events).last().isEqualTo("[DONE]");
		JsonNode message = answered.at("/choices/0/message");
		Collected collected = Collected.of(events.subList(0, events.size() - 1));
		assertThat(collected.text).isEqualTo(message.path("content").asString(""));
		assertThat(collected.reasoning).isEqualTo(message.path("reasoning_content").asString(""));
		assertThat(collected.thinking).isEqualTo(message.path("thinking_blocks"));
		assertThat(collected.calls).isEqualTo(message.path("tool_calls"));
		assertThat(collected.annotations).isEqualTo(message.path("annotations"));
	}

	@Provide
	Arbitrary<List<String>> blocks() {
		return Arbitraries.of("{'text': 'Grüße 👋'}", "{'text': 'b'}",
				"{'reasoningContent': {'reasoningText': {'text': 'Hm', 'signature': 'S'}}}",
				"{'reasoningContent': {'redactedContent': 'Ug=='}}",
				"{'toolUse': {'toolUseId': 'a', 'name': 'f', 'input': {}}}",
				"{'toolUse': {'toolUseId': 'b', 'name': 'g', 'input': {'x': [1, 'ä']}}}",
				"{'toolUse': {'toolUseId': 's', 'name': 'g', 'input': {}, 'type': 'server_tool_use'}}",
				"{'citationsContent': {'content': [{'text': 'cited'}], 'citations': [{'title': 'T', 'location': {'web': {'url': 'https://example.org'}}}]}}")
			.list()
			.ofMaxSize(6);
	}

	/** The same answer, as ConverseStream says it. */
	private static byte[] streamed(ArrayNode content) {
		Frames frames = new Frames().event("messageStart", "{\"role\":\"assistant\"}");
		for (int i = 0; i < content.size(); i++) {
			String at = "\"contentBlockIndex\":" + i;
			JsonNode block = content.path(i);
			JsonNode call = block.path("toolUse");
			if (call.isObject()) {
				ObjectNode start = (ObjectNode) call.deepCopy();
				start.remove("input");
				frames.event("contentBlockStart", "{" + at + ",\"start\":{\"toolUse\":" + start + "}}");
			}
			for (String delta : deltas(block)) {
				frames.event("contentBlockDelta", "{" + at + ",\"delta\":" + delta + "}");
			}
			frames.event("contentBlockStop", "{" + at + "}");
		}
		return frames.event("messageStop", "{\"stopReason\":\"end_turn\"}").bytes();
	}

	private static List<String> deltas(JsonNode block) {
		List<String> deltas = new ArrayList<>();
		if (block.has("text")) {
			pieces(block.path("text").asString())
				.forEach((piece) -> deltas.add(Json.object().put("text", piece).toString()));
		}
		if (block.path("toolUse").path("input").size() > 0) {
			for (String piece : pieces(block.path("toolUse").path("input").toString())) {
				ObjectNode delta = Json.object();
				delta.putObject("toolUse").put("input", piece);
				deltas.add(delta.toString());
			}
		}
		JsonNode reasoning = block.path("reasoningContent");
		if (reasoning.has("redactedContent")) {
			deltas.add("{\"reasoningContent\":" + reasoning + "}");
		}
		if (reasoning.has("reasoningText")) {
			deltas.add("{\"reasoningContent\":{\"text\":\"H\"}}");
			deltas.add("{\"reasoningContent\":{\"text\":\"m\"}}");
			deltas.add("{\"reasoningContent\":{\"signature\":\"S\"}}");
		}
		JsonNode cited = block.path("citationsContent");
		if (cited.isObject()) {
			deltas.add("{\"citation\":" + cited.path("citations").path(0) + "}");
			deltas.add(cited.path("content").path(0).toString());
		}
		return deltas;
	}

	private static List<String> pieces(String text) {
		int half = text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2);
		return List.of(text.substring(0, half), text.substring(half));
	}

}
