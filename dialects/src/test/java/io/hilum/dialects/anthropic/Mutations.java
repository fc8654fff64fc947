package io.hilum.dialects.anthropic;

import java.util.ArrayList;
import java.util.List;

import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts values of other types in places of a document.
 */
final class Mutations {

	private static final List<String> VALUES = List.of("null", "true", "-1", "1.5", "\"text\"", "\"\"", "[]", "[1]",
			"[{}]", "[null]", "{}", "{\"type\":\"x\"}", "{\"a\":[1]}");

	private Mutations() {
	}

	static int values() {
		return VALUES.size();
	}

	/**
	 * Replace one value.
	 * @param document what is changed
	 * @param place which value, counted through the document and around
	 * @param value which value stands there afterwards
	 */
	static void replace(ObjectNode document, int place, int value) {
		List<Runnable> places = new ArrayList<>();
		JsonNode other = Json.mapper().readTree(VALUES.get(value));
		collect(document, other, places);
		places.get(place % places.size()).run();
	}

	private static void collect(JsonNode node, JsonNode other, List<Runnable> places) {
		if (node instanceof ObjectNode object) {
			for (String name : object.propertyNames()) {
				places.add(() -> object.set(name, other));
				collect(object.path(name), other, places);
			}
		}
		if (node instanceof ArrayNode array) {
			for (int i = 0; i < array.size(); i++) {
				int index = i;
				places.add(() -> array.set(index, other));
				collect(array.path(i), other, places);
			}
		}
	}

}
