package io.hilum.dialects.bedrock;

import java.util.List;

import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a client has after the last chunk, put together as OpenAI's SDKs do: lists by
 * their {@code index}, strings one behind the other.
 */
final class Collected {

	String text = "";

	String reasoning = "";

	JsonNode thinking = MissingNode.getInstance();

	JsonNode calls = MissingNode.getInstance();

	JsonNode annotations = MissingNode.getInstance();

	static Collected of(List<String> events) {
		ObjectNode message = Json.object();
		for (String event : events) {
			JsonNode delta = Json.mapper().readTree(event).at("/choices/0/delta");
			if (delta instanceof ObjectNode object) {
				merge(message, object);
			}
		}
		Collected collected = new Collected();
		collected.text = message.path("content").asString("");
		collected.reasoning = message.path("reasoning_content").asString("");
		collected.thinking = message.path("thinking_blocks");
		collected.calls = message.path("tool_calls");
		collected.annotations = message.path("annotations");
		return collected;
	}

	private static void merge(ObjectNode into, ObjectNode delta) {
		delta.properties().forEach((member) -> {
			String name = member.getKey();
			JsonNode value = member.getValue();
			if (value instanceof ArrayNode pieces) {
				pieces.forEach((piece) -> mergePiece(into.withArray("/" + name), (ObjectNode) piece));
			}
			else if (value instanceof ObjectNode object) {
				merge(into.withObject("/" + name), object);
			}
			else if (value.isString() && into.has(name) && !name.equals("type")) {
				into.put(name, into.path(name).asString() + value.asString());
			}
			else if (!name.equals("index")) {
				into.set(name, value);
			}
		});
	}

	private static void mergePiece(ArrayNode list, ObjectNode piece) {
		int index = piece.path("index").asInt();
		while (list.size() <= index) {
			list.addObject();
		}
		merge((ObjectNode) list.path(index), piece);
	}

}
