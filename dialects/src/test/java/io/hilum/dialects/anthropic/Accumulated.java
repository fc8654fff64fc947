package io.hilum.dialects.anthropic;

import java.nio.charset.StandardCharsets;

import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts a streamed chat completion together as OpenAI's SDKs do: strings grow, lists are
 * merged by {@code index}, and a list without one is an error.
 */
final class Accumulated {

	private final ObjectNode message = Json.object();

	private final ObjectNode end = Json.object();

	private boolean done;

	static Accumulated of(byte[] stream) {
		Accumulated whole = new Accumulated();
		for (String event : new String(stream, StandardCharsets.UTF_8).split("\n\n")) {
			if (event.startsWith(":")) {
				continue;
			}
			String data = event.substring("data: ".length());
			if (data.equals("[DONE]")) {
				whole.done = true;
			}
			else {
				whole.add(Json.readAnswer(data.getBytes(StandardCharsets.UTF_8)));
			}
		}
		return whole;
	}

	private void add(ObjectNode chunk) {
		for (String name : new String[] { "error", "usage", "id", "model" }) {
			if (chunk.has(name)) {
				this.end.set(name, chunk.path(name));
			}
		}
		JsonNode choice = chunk.path("choices").path(0);
		merge(this.message, choice.path("delta"));
		if (choice.path("finish_reason").isString()) {
			this.end.set("finish_reason", choice.path("finish_reason"));
		}
	}

	private static void merge(ObjectNode into, JsonNode delta) {
		for (String name : delta.propertyNames()) {
			JsonNode value = delta.path(name);
			if (value instanceof ArrayNode list) {
				list.forEach((entry) -> mergeEntry(into.withArray(name), (ObjectNode) entry));
			}
			else if (value instanceof ObjectNode && into.path(name) instanceof ObjectNode known) {
				merge(known, value);
			}
			else if (value.isString() && into.has(name) && !name.equals("type")) {
				into.put(name, into.path(name).stringValue() + value.stringValue());
			}
			else {
				into.set(name, value);
			}
		}
	}

	private static void mergeEntry(ArrayNode list, ObjectNode entry) {
		int index = entry.required("index").intValue();
		ObjectNode content = entry.deepCopy();
		content.remove("index");
		if (index < list.size()) {
			merge((ObjectNode) list.path(index), content);
		}
		else {
			list.insert(index, content);
		}
	}

	/**
	 * The message, as it would be in a whole answer.
	 */
	ObjectNode message() {
		return this.message;
	}

	/**
	 * What stands beside the message.
	 */
	ObjectNode end() {
		return this.end;
	}

	boolean isDone() {
		return this.done;
	}

}
