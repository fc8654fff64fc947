package io.hilum.systemtests.upstream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A value by a JSON schema in which every text is the given one.
 */
final class Example {

	private static final JsonMapper JSON = new JsonMapper();

	private static final JsonNodeFactory NODES = JSON.getNodeFactory();

	private Example() {
	}

	static JsonNode of(JsonNode schema, String text) {
		return switch (schema.path("type").asString("")) {
			case "object" -> object(schema.path("properties"), text);
			case "array" -> new ArrayNode(NODES).add(of(schema.path("items"), text));
			case "integer", "number" -> NODES.numberNode(7);
			case "boolean" -> NODES.booleanNode(true);
			default -> NODES.stringNode(text);
		};
	}

	private static ObjectNode object(JsonNode properties, String text) {
		ObjectNode object = JSON.createObjectNode();
		properties.properties().forEach((property) -> object.set(property.getKey(), of(property.getValue(), text)));
		return object;
	}

}
