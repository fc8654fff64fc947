package io.hilum.usage.audit.chain;

import java.util.Iterator;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * Writes JSON in the one form that is hashed and signed (JSON Canonicalization Scheme,
 * RFC 8785): members in the order of their names' UTF-16 units, no white space, the
 * shortest escapes. Numbers are integers up to 2^53, since only those have one form
 * everywhere; anything else is refused.
 */
public final class CanonicalJson {

	private static final long MAX_INTEGER = 1L << 53;

	private final StringBuilder out = new StringBuilder();

	private CanonicalJson() {
	}

	/**
	 * Write a tree.
	 * @param tree the tree
	 * @return its canonical text
	 * @throws IllegalArgumentException if the tree has no canonical text
	 */
	public static String write(JsonNode tree) {
		CanonicalJson writer = new CanonicalJson();
		writer.value(tree);
		return writer.out.toString();
	}

	private void value(JsonNode node) {
		switch (node.getNodeType()) {
			case OBJECT -> object(node);
			case ARRAY -> array(node);
			case STRING -> string(node.stringValue());
			case NUMBER -> number(node);
			case BOOLEAN -> this.out.append(node.booleanValue());
			case NULL -> this.out.append("null");
			case BINARY, MISSING, POJO -> throw new IllegalArgumentException("no JSON value: " + node.getNodeType());
		}
	}

	private void object(JsonNode node) {
		List<String> names = node.propertyNames().stream().sorted().toList();
		char separator = '{';
		for (String name : names) {
			this.out.append(separator);
			string(name);
			this.out.append(':');
			value(node.get(name));
			separator = ',';
		}
		this.out.append(names.isEmpty() ? "{}" : "}");
	}

	private void array(JsonNode node) {
		this.out.append('[');
		for (Iterator<JsonNode> items = node.iterator(); items.hasNext();) {
			value(items.next());
			if (items.hasNext()) {
				this.out.append(',');
			}
		}
		this.out.append(']');
	}

	private void number(JsonNode node) {
		if (!node.isIntegralNumber() || !node.canConvertToLong() || Math.abs(node.longValue()) > MAX_INTEGER) {
			throw new IllegalArgumentException("only integers up to 2^53 have a canonical form");
		}
		this.out.append(node.longValue());
	}

	private void string(String text) {
		this.out.append('"');
		for (int i = 0; i < text.length(); i++) {
			character(text, i);
		}
		this.out.append('"');
	}

	private void character(String text, int index) {
		char character = text.charAt(index);
		if (isLoneSurrogate(text, index)) {
			throw new IllegalArgumentException("a lone surrogate has no canonical form");
		}
		switch (character) {
			case '"' -> this.out.append("\\\"");
			case '\\' -> this.out.append("\\\\");
			case '\b' -> this.out.append("\\b");
			case '\f' -> this.out.append("\\f");
			case '\n' -> this.out.append("\\n");
			case '\r' -> this.out.append("\\r");
			case '\t' -> this.out.append("\\t");
			default -> {
				if (character < ' ') {
					this.out.append("\\u%04x".formatted((int) character));
				}
				else {
					this.out.append(character);
				}
			}
		}
	}

	private static boolean isLoneSurrogate(String text, int index) {
		char character = text.charAt(index);
		if (Character.isHighSurrogate(character)) {
			return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
		}
		return Character.isLowSurrogate(character)
				&& (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
	}

}
