package io.hilum.agents.remote;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.hilum.agents.tool.ToolRefusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps of a schema of another server what can be checked without asking anybody, in time
 * that its length bounds, and, if nobody has read it, without words. References are
 * resolved within the schema, so that what is left has none. Not thread-safe.
 */
final class SchemaForm {

	private static final Set<String> NUMBERS = Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
			"multipleOf", "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties");

	private static final Set<String> TYPES = Set.of("object", "array", "string", "number", "integer", "boolean",
			"null");

	/** JSON Schema 2020-12, Validation, 7.3. */
	private static final Set<String> FORMATS = Set.of("date-time", "date", "time", "duration", "email", "idn-email",
			"hostname", "idn-hostname", "ipv4", "ipv6", "uri", "uri-reference", "iri", "iri-reference", "uuid",
			"uri-template", "json-pointer", "relative-json-pointer", "regex");

	private static final Set<String> WORDS = Set.of("title", "description", "default", "examples");

	private static final Set<String> SCHEMAS = Set.of("items", "prefixItems", "additionalProperties", "anyOf", "oneOf",
			"allOf", "not");

	private static final Pattern REFERENCE = Pattern.compile("#/(\\$defs|definitions)/([A-Za-z0-9_.-]{1,128})");

	/** What is no sentence. */
	private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.:/+-]{1,64}");

	private static final int DEEPEST = 24;

	private static final int MOST_PARTS = 1000;

	private final JsonNode root;

	private final Reader reader;

	private int parts;

	private SchemaForm(JsonNode root, Reader reader) {
		this.root = root;
		this.reader = reader;
	}

	/**
	 * Reduce a schema.
	 * @param schema the schema
	 * @param reader who is to see it
	 * @return what is left
	 * @throws ToolRefusal if nothing useful can be left
	 */
	static JsonNode reduced(JsonNode schema, Reader reader) {
		return new SchemaForm(schema, reader).schema(schema, 0);
	}

	private JsonNode schema(JsonNode schema, int depth) {
		this.parts++;
		if (depth > DEEPEST || this.parts > MOST_PARTS) {
			throw unusable();
		}
		return switch (schema) {
			case ObjectNode object -> object(object, depth);
			case ArrayNode array -> {
				ArrayNode copy = JsonMapper.shared().createArrayNode();
				array.forEach((item) -> copy.add(schema(item, depth + 1)));
				yield copy;
			}
			default -> {
				if (!schema.isBoolean() && !schema.isMissingNode() && !schema.isNull()) {
					throw unusable();
				}
				yield schema;
			}
		};
	}

	private ObjectNode object(ObjectNode schema, int depth) {
		ObjectNode copy = JsonMapper.shared().createObjectNode();
		for (Map.Entry<String, JsonNode> field : schema.properties()) {
			String name = field.getKey();
			JsonNode value = field.getValue();
			if (SCHEMAS.contains(name)) {
				set(copy, name, schema(value, depth + 1));
			}
			else if (name.equals("properties")) {
				set(copy, name, each(value, depth));
			}
			else if (name.equals("$ref")) {
				JsonNode meant = schema(target(value.asString("")), depth + 1);
				meant.properties().forEach((part) -> set(copy, part.getKey(), part.getValue()));
			}
			else if (isKept(name, value)) {
				set(copy, name, value);
			}
		}
		return copy;
	}

	/** Beside a reference the same may be said again, and nothing else of it. */
	private static void set(ObjectNode copy, String name, JsonNode value) {
		JsonNode before = copy.get(name);
		if (before != null && !before.equals(value) && !WORDS.contains(name)) {
			throw unusable();
		}
		copy.set(name, value);
	}

	private ObjectNode each(JsonNode properties, int depth) {
		ObjectNode copy = JsonMapper.shared().createObjectNode();
		properties.properties().forEach((one) -> {
			require(isPlain(one.getKey()));
			copy.set(one.getKey(), schema(one.getValue(), depth + 1));
		});
		return copy;
	}

	private JsonNode target(String reference) {
		var found = REFERENCE.matcher(reference);
		require(found.matches());
		JsonNode target = this.root.path(found.group(1)).path(found.group(2));
		require(target.isObject());
		return target;
	}

	/** A keyword that is checked says only what it is for. */
	private boolean isKept(String name, JsonNode value) {
		return switch (name) {
			case "type" -> required(all(value, (one) -> one.isString() && TYPES.contains(one.asString())));
			case "uniqueItems" -> required(value.isBoolean());
			case "required", "enum", "const" -> required(all(value, this::isPlain));
			case "format" -> value.isString() && FORMATS.contains(value.asString());
			default -> NUMBERS.contains(name) ? required(value.isNumber())
					: this.reader == Reader.MODEL_AFTER_PERSON && WORDS.contains(name);
		};
	}

	private static boolean all(JsonNode value, Predicate<JsonNode> is) {
		return value.isArray() ? value.valueStream().allMatch(is) : is.test(value);
	}

	private boolean isPlain(JsonNode value) {
		return (value.isString() && isPlain(value.asString())) || value.isNumber() || value.isBoolean()
				|| value.isNull() || this.reader != Reader.MODEL;
	}

	private boolean isPlain(String name) {
		return this.reader != Reader.MODEL || WORD.matcher(name).matches();
	}

	private static boolean required(boolean usable) {
		require(usable);
		return true;
	}

	private static void require(boolean usable) {
		if (!usable) {
			throw unusable();
		}
	}

	private static ToolRefusal unusable() {
		return new ToolRefusal("tool_schema_unusable",
				"The schema of this tool refers to elsewhere, is too deep or too long, or has words nobody has read");
	}

	/**
	 * Who sees a schema.
	 */
	enum Reader {

		/** A model, and nobody before it: no words but names. */
		MODEL,

		/** A model, after a person has read it. */
		MODEL_AFTER_PERSON,

		/** Only what checks values. */
		NOBODY

	}

}
