package io.hilum.gateway.chat.answer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.hilum.gateway.chat.ChatFixtures;
import io.hilum.gateway.chat.dialect.choices.ChatDialect;
import io.hilum.gateway.chat.dialect.responses.ResponsesDialect;
import io.hilum.gateway.phi.Form;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Citations of chats and responses refer to the text that the client sees, whole and
 * streamed.
 */
class CitingTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String TEXT = "😀 [NAME_7KQ2] has it (a.example), says [MRN_M4TX].";

	private static final String CITED = "(a.example)";

	@Test
	void movesThoseOfAWholeChat() {
		JsonNode message = whole(ChatDialect.INSTANCE,
				"""
						{"choices":[{"index":0,"message":{"role":"assistant","annotations":[%s],"content":%s}},
						{"index":1,"message":{"content":"no name","annotations":[%s]}}]}""".formatted(chat(CITED),
						quoted(TEXT), chat("x").replaceAll("_index\":-?[0-9]+", "_index\":3")))
			.at("/choices/0/message");
		assertCited(message.get("content").asString(), message.at("/annotations/0/url_citation"), CITED);
	}

	@Test
	void leavesTheNumbersOfATextAloneInWhichNothingIsPutBack() {
		String body = """
				{"choices":[{"message":{"content":"a name","annotations":[{"url_citation":{"end_index":6,"start_index":2}}]}}],
				"usage":{"start_index":3}}""";
		assertThat(restored(ChatDialect.INSTANCE, body)).isEqualTo(body);
	}

	@Test
	void takesNoTextOfACitationForThatOfTheMessage() {
		JsonNode message = whole(ChatDialect.INSTANCE,
				"""
						{"choices":[{"message":{"content":%s,"annotations":[{"url_citation":{"content":"of the page","start_index":%d,
						"end_index":%d,"url":"u"}}]}}]}"""
					.formatted(quoted(TEXT), from(CITED), to(CITED)))
			.at("/choices/0/message");
		assertCited(message.get("content").asString(), message.at("/annotations/0/url_citation"), CITED);
	}

	@Test
	void movesThoseOfAStreamedChat() {
		for (int size = 1; size < TEXT.length(); size += 3) {
			StringBuilder stream = new StringBuilder();
			pieces(size).forEach((piece) -> stream.append("data: {\"choices\":[{\"index\":1,\"delta\":{\"content\":")
				.append(quoted(piece))
				.append("}}]}\n\n"));
			stream.append("data: {\"choices\":[{\"index\":1,\"delta\":{\"annotations\":[")
				.append(chat(CITED))
				.append(",")
				.append(chat("[MRN_M4TX]."))
				.append("]}}]}\n\ndata: [DONE]\n\n");
			StringBuilder text = new StringBuilder();
			List<JsonNode> citations = new ArrayList<>();
			for (JsonNode event : events(ChatDialect.INSTANCE, stream.toString())) {
				text.append(event.at("/choices/0/delta/content").asString(""));
				event.at("/choices/0/delta/annotations").forEach((one) -> citations.add(one.get("url_citation")));
			}
			assertThat(citations).hasSize(2);
			assertCited(text.toString(), citations.getFirst(), CITED);
			assertCited(text.toString(), citations.getLast(), "964\n741.");
		}
	}

	@Test
	void movesThoseOfAWholeResponse() {
		JsonNode part = whole(ResponsesDialect.INSTANCE,
				"{\"id\":\"r\",\"output\":[{\"type\":\"message\",\"content\":[" + part() + "]}]}")
			.at("/output/0/content/0");
		assertCited(part.get("text").asString(), part.at("/annotations/0"), CITED);
		assertThat(part.at("/annotations/1/index").asInt()).isEqualTo(99);
	}

	@Test
	void movesThoseOfAStreamedResponse() {
		for (int size = 1; size < TEXT.length(); size += 3) {
			StringBuilder stream = new StringBuilder();
			String at = ",\"item_id\":\"m\",\"output_index\":2,\"content_index\":1";
			pieces(size).forEach(
					(piece) -> stream.append(event("response.output_text.delta", at + ",\"delta\":" + quoted(piece))));
			stream.append(event("response.output_text.annotation.added",
					at + ",\"annotation_index\":0,\"annotation\":" + response(CITED)));
			stream.append(event("response.output_text.done", at + ",\"text\":" + quoted(TEXT)));
			stream.append(event("response.content_part.done", at + ",\"part\":" + part()));
			stream.append(event("response.output_item.done",
					",\"output_index\":2,\"item\":{\"type\":\"message\",\"content\":[" + part() + "]}"));
			stream.append(event("response.completed",
					",\"response\":{\"id\":\"r\",\"output\":[{\"type\":\"message\",\"content\":[" + part() + "]}]}"));
			assertStreamed(events(ResponsesDialect.INSTANCE, stream.toString()));
		}
	}

	private static void assertStreamed(List<JsonNode> events) {
		StringBuilder text = new StringBuilder();
		List<JsonNode> citations = new ArrayList<>();
		for (JsonNode event : events) {
			text.append(event.path("delta").asString(""));
			for (String pointer : List.of("/annotation", "/part/annotations/0", "/item/content/0/annotations/0",
					"/response/output/0/content/0/annotations/0")) {
				if (!event.at(pointer).isMissingNode()) {
					citations.add(event.at(pointer));
				}
			}
		}
		assertThat(citations).hasSize(4);
		citations.forEach((citation) -> assertCited(text.toString(), citation, CITED));
	}

	private static List<String> pieces(int size) {
		List<String> pieces = new ArrayList<>();
		int[] all = TEXT.codePoints().toArray();
		for (int at = 0; at < all.length; at += size) {
			pieces.add(new String(all, at, Math.min(size, all.length - at)));
		}
		return pieces;
	}

	private static String part() {
		return "{\"type\":\"output_text\",\"annotations\":[" + response(CITED)
				+ ",{\"type\":\"file_citation\",\"index\":99}],\"text\":" + quoted(TEXT) + "}";
	}

	private static String response(String cited) {
		return "{\"type\":\"url_citation\",\"start_index\":" + from(cited) + ",\"end_index\": " + to(cited)
				+ ",\"title\":\"t\",\"url\":\"https://a.example\"}";
	}

	private static String chat(String cited) {
		return "{\"type\":\"url_citation\",\"url_citation\":{\"end_index\":" + to(cited) + ",\"start_index\":"
				+ from(cited) + ",\"title\":\"t\",\"url\":\"https://a.example\"}}";
	}

	private static int from(String cited) {
		return TEXT.codePointCount(0, Math.max(0, TEXT.indexOf(cited)));
	}

	private static int to(String cited) {
		return from(cited) + cited.codePointCount(0, cited.length());
	}

	private static String event(String type, String fields) {
		return "event: " + type + "\ndata: {\"type\":\"" + type + "\",\"sequence_number\":1" + fields + "}\n\n";
	}

	private static String quoted(String text) {
		return JSON.writeValueAsString(text);
	}

	private static List<JsonNode> events(AnswerForm form, String stream) {
		return Relayed.through(form, stream)
			.text()
			.lines()
			.filter((line) -> line.startsWith("data: {"))
			.map((line) -> JSON.readTree(line.substring(6)))
			.toList();
	}

	private static JsonNode whole(AnswerForm form, String body) {
		return JSON.readTree(restored(form, body));
	}

	private static String restored(AnswerForm form, String body) {
		return new String(new WholeAnswer(ChatFixtures.ANSWERS).restore(form, body.getBytes(StandardCharsets.UTF_8),
				Relayed.taken(Form.TEXT), null), StandardCharsets.UTF_8);
	}

	private static void assertCited(String text, JsonNode citation, String expected) {
		int from = text.offsetByCodePoints(0, citation.get("start_index").asInt());
		int to = text.offsetByCodePoints(0, citation.get("end_index").asInt());
		assertThat(text.substring(from, to)).isEqualTo(expected);
	}

}
