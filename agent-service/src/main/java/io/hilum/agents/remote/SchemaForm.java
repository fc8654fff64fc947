package io.hilum.agents.remote;

import java.util.Map;
import java.util.Set;

import io.hilum.agents.tool.ToolRefusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps of a schema of another server what can be checked without asking anybody, without
 * expressions that take for ever, and, if nobody has read them, without words. Pure.
 */
final class SchemaForm {

	private static final Set<String> CHECKED = Set.of("type", "required", "enum", "const", "minimum", "maximum",
			"exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "minItems", "maxItems",
			"uniqueItems", "minProperties", "maxProperties", "format");

	private static final Set<String> WORDS = Set.of("title", "description", "default", "examples");

	private static final Set<String> OF_SCHEMAS = Set.of("properties", "$defs", "definitions");

	private static final Set<String> SCHEMAS = Set.of("items", "prefixItems", "additionalProperties", "anyOf", "oneOf",
			"allOf", "not");

	private static final int DEEPEST = 24;

	private final boolean words;

	private SchemaForm(boolean words) {
		this.words = words;
	}

	/**
	 * Reduce a schema.
	 * @param schema the schema
	 * @param words whether its words may stay
	 * @return what is left
	 * @throws ToolRefusal if nothing useful can be left
	 */
	static JsonNode reduced(JsonNode schema, boolean words) {
		return new SchemaForm(words).schema(schema, 0);
	}

	private JsonNode schema(JsonNode schema, int depth) {
		if (depth > DEEPEST) {
			throw unusable();
		}
		return switch (schema) {
			case ObjectNode object -> object(object, depth);
			case ArrayNode array -> {
				ArrayNode copy = JsonMapper.shared().createArrayNode();
				array.forEach((item) -> copy.add(schema(item, depth + 1)));
				yield copy;
			}
			default -> schema;
		};
	}

	private ObjectNode object(ObjectNode schema, int depth) {
		ObjectNode copy = JsonMapper.shared().createObjectNode();
		for (Map.Entry<String, JsonNode> field : schema.properties()) {
			String name = field.getKey();
			if (CHECKED.contains(name) || (this.words && WORDS.contains(name))) {
				copy.set(name, field.getValue());
			}
			else if (SCHEMAS.contains(name)) {
				copy.set(name, schema(field.getValue(), depth + 1));
			}
			else if (OF_SCHEMAS.contains(name)) {
				ObjectNode each = copy.putObject(name);
				field.getValue()
					.properties()
					.forEach((one) -> each.set(one.getKey(), schema(one.getValue(), depth + 1)));
			}
			else if (name.equals("$ref")) {
				copy.put(name, local(field.getValue().asString("")));
			}
		}
		return copy;
	}

	private static String local(String reference) {
		if (!reference.startsWith("#")) {
			throw unusable();
		}
		return reference;
	}

	private static ToolRefusal unusable() {
		return new ToolRefusal("tool_schema_unusable", "The schema of this tool refers to elsewhere or is too deep");
	}

}
