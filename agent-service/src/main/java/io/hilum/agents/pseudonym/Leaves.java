package io.hilum.agents.pseudonym;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.hilum.agents.tool.ToolRefusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The strings and numbers of a JSON value, each with the name of its field before it,
 * since a number is an identifier only next to a word such as <em>mrn</em>; and the names
 * of fields by themselves, which may be names of people. Pure.
 */
final class Leaves {

	private static final Pattern FIELD = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,39}");

	private static final String SEPARATOR = ": ";

	private Leaves() {
	}

	/**
	 * The texts of a value, in the order in which {@link #replaced} wants them back.
	 */
	static List<String> of(JsonNode value) {
		List<String> texts = new ArrayList<>();
		collect("", value, texts);
		return texts;
	}

	private static void collect(String label, JsonNode value, List<String> texts) {
		switch (value) {
			case ObjectNode object -> object.properties().forEach((field) -> {
				texts.add(spoken(field.getKey()));
				collect(label(field.getKey()), field.getValue(), texts);
			});
			case ArrayNode array -> array.forEach((item) -> collect(label, item, texts));
			default -> {
				if (value.isString() || value.isNumber()) {
					texts.add(label + value.asString());
				}
			}
		}
	}

	private static String label(String field) {
		return FIELD.matcher(field).matches() ? spoken(field) + SEPARATOR : "";
	}

	private static String spoken(String field) {
		return field.replace('_', ' ');
	}

	/**
	 * The same value with other texts.
	 * @throws ToolRefusal if a number or a name would have to change
	 */
	static JsonNode replaced(JsonNode value, Iterator<String> texts) {
		return replaced("", value, texts);
	}

	private static JsonNode replaced(String label, JsonNode value, Iterator<String> texts) {
		return switch (value) {
			case ObjectNode object -> {
				ObjectNode copy = JsonMapper.shared().createObjectNode();
				for (Map.Entry<String, JsonNode> field : object.properties()) {
					requireSame(spoken(field.getKey()), texts.next());
					copy.set(field.getKey(), replaced(label(field.getKey()), field.getValue(), texts));
				}
				yield copy;
			}
			case ArrayNode array -> {
				ArrayNode copy = JsonMapper.shared().createArrayNode();
				array.forEach((item) -> copy.add(replaced(label, item, texts)));
				yield copy;
			}
			default -> leaf(label, value, texts);
		};
	}

	private static JsonNode leaf(String label, JsonNode value, Iterator<String> texts) {
		if (value.isString()) {
			String text = texts.next();
			requireSame(label, text.substring(0, Math.min(label.length(), text.length())));
			return StringNode.valueOf(text.substring(label.length()));
		}
		if (value.isNumber()) {
			requireSame(label + value.asString(), texts.next());
		}
		return value;
	}

	private static void requireSame(String before, String after) {
		if (!before.equals(after)) {
			throw new ToolRefusal("identifier_not_replaceable",
					"A number or the name of a field is an identifier of a person, which this tool must not be told");
		}
	}

}
