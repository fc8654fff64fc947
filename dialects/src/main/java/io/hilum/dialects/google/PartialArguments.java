package io.hilum.dialects.google;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.hilum.dialects.BrokenAnswerException;
import io.hilum.dialects.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ContainerNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts together arguments that come leaf by leaf, each with its JSON path, long texts in
 * several pieces (Google's {@code PartialArg}). Created per call and not thread-safe.
 */
final class PartialArguments {

	private static final Pattern STEP = Pattern
		.compile("\\.?([^.\\[\\]]+)|\\[(\\d{1,4})]|\\['([^']*)']|\\[\"([^\"]*)\"]");

	private final ObjectNode arguments;

	private @Nullable String openText;

	PartialArguments(ObjectNode arguments) {
		this.arguments = arguments;
	}

	/**
	 * Take a piece.
	 * @param piece Google's {@code PartialArg}
	 */
	void apply(JsonNode piece) {
		String path = piece.path("jsonPath").asString("");
		List<Object> steps = steps(path);
		if (steps.isEmpty()) {
			return;
		}
		JsonNode value = value(piece);
		boolean goesOn = path.equals(this.openText) && value.isString();
		set(steps, value, goesOn);
		this.openText = piece.path("willContinue").asBoolean(false) ? path : null;
	}

	private static JsonNode value(JsonNode piece) {
		for (String kind : List.of("stringValue", "numberValue", "boolValue")) {
			if (piece.has(kind)) {
				return piece.get(kind);
			}
		}
		return Json.mapper().nullNode();
	}

	private static List<Object> steps(String path) {
		List<Object> steps = new ArrayList<>();
		Matcher step = STEP.matcher(path);
		int at = path.startsWith("$") ? 1 : 0;
		while (step.find(at) && step.start() == at) {
			String index = step.group(2);
			steps.add((index != null) ? (Object) Integer.valueOf(index) : name(step));
			at = step.end();
		}
		if (at < path.length()) {
			throw new BrokenAnswerException("A path of an argument cannot be read");
		}
		return steps;
	}

	private static String name(Matcher step) {
		for (int group : new int[] { 1, 3, 4 }) {
			if (step.group(group) != null) {
				return step.group(group);
			}
		}
		return "";
	}

	private void set(List<Object> steps, JsonNode value, boolean goesOn) {
		ContainerNode<?> container = this.arguments;
		for (int i = 0; i < steps.size() - 1; i++) {
			container = descend(container, steps.get(i), steps.get(i + 1) instanceof Integer);
		}
		Object last = steps.getLast();
		JsonNode before = get(container, last);
		put(container, last, (goesOn && before.isString())
				? Json.mapper().getNodeFactory().stringNode(before.asString() + value.asString()) : value);
	}

	private static ContainerNode<?> descend(ContainerNode<?> container, Object step, boolean toArray) {
		if (get(container, step) instanceof ContainerNode<?> inner) {
			return inner;
		}
		ContainerNode<?> made = toArray ? Json.mapper().createArrayNode() : Json.object();
		put(container, step, made);
		return made;
	}

	private static JsonNode get(ContainerNode<?> container, Object step) {
		return (step instanceof Integer index) ? container.path(index) : container.path((String) step);
	}

	private static void put(ContainerNode<?> container, Object step, JsonNode value) {
		if (container instanceof ArrayNode array && step instanceof Integer index) {
			while (array.size() <= index) {
				array.addNull();
			}
			array.set(index, value);
		}
		else if (container instanceof ObjectNode object) {
			object.set(step.toString(), value);
		}
	}

}
