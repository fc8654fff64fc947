package io.hilum.dialects.json;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON schema for providers that take only objects that say
 * {@code additionalProperties: false}. What conforms to a schema that is closed like this
 * conforms to the open one as well.
 */
public final class ClosedSchema {

	private static final List<String> MAPS = List.of("properties", "$defs", "definitions");

	private static final List<String> LISTS = List.of("anyOf", "oneOf", "allOf", "prefixItems");

	private ClosedSchema() {
	}

	/**
	 * Close a schema.
	 * @param schema the schema, which stays as it is
	 * @return a copy in which no object is open
	 */
	public static ObjectNode of(ObjectNode schema) {
		ObjectNode closed = schema.deepCopy();
		close(closed);
		return closed;
	}

	private static void close(JsonNode schema) {
		if (!(schema instanceof ObjectNode object)) {
			return;
		}
		if (object.path("type").asString("").equals("object") && !object.has("additionalProperties")) {
			object.put("additionalProperties", false);
		}
		MAPS.forEach((name) -> object.path(name).forEach(ClosedSchema::close));
		LISTS.forEach((name) -> object.path(name).forEach(ClosedSchema::close));
		close(object.path("items"));
	}

}
