package io.hilum.dialects.anthropic;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.hilum.dialects.json.Json;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a client's messages are, {@link Conversation} makes turns that Anthropic
 * takes.
 */
class AnyConversationTests {

	@Property(tries = 300)
	void turnsAlternateAndSayTheSame(@ForAll("conversations") List<ObjectNode> messages) {
		ObjectNode chat = Json.object();
		ArrayNode all = chat.putArray("messages");
		messages.forEach(all::add);
		all.addObject().put("role", "user").put("content", "last");
		JsonNode sent = Requests.sentJson(Json.write(chat));
		String before = "";
		for (JsonNode turn : sent.path("messages")) {
			assertThat(turn.path("role").stringValue()).isIn("user", "assistant").isNotEqualTo(before);
			before = turn.path("role").stringValue();
			assertThat(turn.path("content").isEmpty()).isFalse();
			assertResultsStandFirst(turn.path("content"));
		}
		assertThat(texts(sent)).isEqualTo(said(all));
	}

	private static void assertResultsStandFirst(JsonNode content) {
		boolean others = false;
		for (JsonNode block : content) {
			boolean result = block.path("type").stringValue().equals("tool_result");
			assertThat(result && others).isFalse();
			others |= !result;
		}
	}

	/** Each text carries a number, so a lost or doubled one shows. */
	private static Set<String> texts(JsonNode sent) {
		Set<String> found = new HashSet<>();
		sent.findValuesAsString("text").forEach((text) -> assertThat(found.add(text)).isTrue());
		return found;
	}

	private static Set<String> said(ArrayNode messages) {
		Set<String> said = new HashSet<>();
		for (JsonNode message : messages) {
			JsonNode content = message.path("content");
			if (content.isString() && !content.stringValue().isBlank()) {
				said.add(content.stringValue());
			}
			content.findValuesAsString("text").stream().filter((text) -> !text.isBlank()).forEach(said::add);
		}
		return said;
	}

	@Provide
	Arbitrary<List<ObjectNode>> conversations() {
		Arbitrary<ObjectNode> message = Combinators
			.combine(Arbitraries.of("system", "developer", "user", "assistant", "calls", "tool"),
					Arbitraries.integers().between(0, 2), Arbitraries.of("", " ", "said "))
			.as(AnyConversationTests::message);
		return message.list().ofMaxSize(9).map(AnyConversationTests::numbered);
	}

	private static ObjectNode message(String kind, int parts, String text) {
		ObjectNode message = Json.object().put("role", kind.equals("calls") ? "assistant" : kind);
		if (parts == 0) {
			message.put("content", text);
		}
		else {
			ArrayNode content = message.putArray("content");
			for (int i = 0; i < parts; i++) {
				content.addObject().put("type", "text").put("text", text);
			}
		}
		if (kind.equals("calls")) {
			ObjectNode call = message.putArray("tool_calls").addObject().put("id", "a:1").put("type", "function");
			call.putObject("function").put("name", "f").put("arguments", "{\"a\":1}");
		}
		if (kind.equals("tool")) {
			message.put("tool_call_id", "a:1");
		}
		return message;
	}

	private static List<ObjectNode> numbered(List<ObjectNode> messages) {
		int number = 0;
		List<ObjectNode> copies = messages.stream().map(ObjectNode::deepCopy).toList();
		for (ObjectNode message : copies) {
			if (message.path("content").isString()) {
				message.put("content", number(message.path("content").stringValue(), number++));
			}
			for (JsonNode part : message.path("content")) {
				((ObjectNode) part).put("text", number(part.path("text").stringValue(), number++));
			}
		}
		return copies;
	}

	private static String number(String text, int number) {
		return text.isBlank() ? text : text + number;
	}

}
