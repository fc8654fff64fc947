package io.hilum.dialects.json;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

import io.hilum.dialects.UntranslatableException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of an object of a request, of which each must be read by somebody: a field
 * that nobody reads is refused by its name instead of dropped. Created per object and not
 * thread-safe.
 */
public final class RequestFields {

	private final ObjectNode object;

	private final String path;

	private final String provider;

	private final Set<String> read = new HashSet<>();

	/**
	 * Begin to read an object.
	 * @param object the object
	 * @param path where it is, such as {@code messages[0]}; empty for the body itself
	 * @param provider whose dialect the request is translated to, for messages
	 */
	public RequestFields(ObjectNode object, String path, String provider) {
		this.object = object;
		this.path = path;
		this.provider = provider;
	}

	/**
	 * Read a field.
	 * @param name its name
	 * @return its value; a missing node if it is absent or {@code null}
	 */
	public JsonNode take(String name) {
		this.read.add(name);
		JsonNode value = this.object.path(name);
		return value.isNull() ? Json.mapper().missingNode() : value;
	}

	/**
	 * Read a string.
	 * @param name its name
	 * @return its value; a missing node if it is absent or {@code null}
	 * @throws UntranslatableException if it is anything else
	 */
	public JsonNode takeText(String name) {
		return require(name, JsonNode::isString, "a string");
	}

	/**
	 * Read a number.
	 * @param name its name
	 * @return its value; a missing node if it is absent or {@code null}
	 * @throws UntranslatableException if it is anything else
	 */
	public JsonNode takeNumber(String name) {
		return require(name, JsonNode::isNumber, "a number");
	}

	/**
	 * Read a boolean.
	 * @param name its name
	 * @return its value; a missing node if it is absent or {@code null}
	 * @throws UntranslatableException if it is anything else
	 */
	public JsonNode takeFlag(String name) {
		return require(name, JsonNode::isBoolean, "true or false");
	}

	/**
	 * Read a list.
	 * @param name its name
	 * @return its value; a missing node if it is absent or {@code null}
	 * @throws UntranslatableException if it is anything else
	 */
	public JsonNode takeList(String name) {
		return require(name, JsonNode::isArray, "a list");
	}

	/**
	 * Read an object.
	 * @param name its name
	 * @return its value; a missing node if it is absent or {@code null}
	 * @throws UntranslatableException if it is anything else
	 */
	public JsonNode takeObject(String name) {
		return require(name, JsonNode::isObject, "an object");
	}

	private JsonNode require(String name, Predicate<JsonNode> kind, String expected) {
		JsonNode value = take(name);
		if (!value.isMissingNode() && !kind.test(value)) {
			throw invalid(name, pathOf(name) + " must be " + expected);
		}
		return value;
	}

	/**
	 * Pass over fields that say nothing to any provider.
	 * @param names their names
	 */
	public void ignore(String... names) {
		this.read.addAll(Set.of(names));
	}

	/**
	 * Refuse a field unless it is absent or says what the provider does anyway.
	 * @param name its name
	 * @param neutral the values that change nothing, as JSON text such as {@code 0} or
	 * {@code "none"}
	 */
	public void refuseUnless(String name, String... neutral) {
		JsonNode value = take(name);
		if (!value.isMissingNode() && !Set.of(neutral).contains(value.toString())) {
			throw unsupported(name);
		}
	}

	/**
	 * Refuse every field that was not read.
	 */
	public void requireAllRead() {
		for (String name : this.object.propertyNames()) {
			if (!this.read.contains(name) && !this.object.path(name).isNull()) {
				throw unsupported(name);
			}
		}
	}

	/**
	 * The refusal of a field.
	 * @param name its name
	 * @return the exception
	 */
	public UntranslatableException unsupported(String name) {
		String param = pathOf(name);
		return new UntranslatableException(param, this.provider + " does not support " + param);
	}

	/**
	 * The refusal of a field for a reason.
	 * @param name its name
	 * @param reason what is wrong with it, as a whole sentence without its value
	 * @return the exception
	 */
	public UntranslatableException invalid(String name, String reason) {
		return new UntranslatableException(pathOf(name), reason);
	}

	/**
	 * The path of a field.
	 * @param name its name
	 * @return the path
	 */
	public String pathOf(String name) {
		return this.path.isEmpty() ? name : this.path + "." + name;
	}

}
