package io.hilum.dialects.google;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The messages of a request. System messages leave the conversation for the instruction
 * of the system; results of tools that stand together become one turn, in the order of
 * the calls that they answer. Created per request and not thread-safe.
 */
final class Conversation {

	private final GeminiService service;

	private final ContentParts contentParts;

	private final CalledFunctions calls;

	private final ArrayNode system = Json.mapper().createArrayNode();

	private final ArrayNode contents = Json.mapper().createArrayNode();

	private final SortedMap<Integer, ObjectNode> results = new TreeMap<>();

	Conversation(GeminiService service, GeminiModel model) {
		this.service = service;
		this.contentParts = new ContentParts(service, model);
		this.calls = new CalledFunctions(service, model);
	}

	/**
	 * Write the conversation.
	 * @param messages the messages
	 * @param body where it is written to
	 */
	void write(ArrayNode messages, ObjectNode body) {
		for (int i = 0; i < messages.size(); i++) {
			add(messages.get(i), "messages[" + i + "]");
		}
		endResults();
		if (this.contents.isEmpty()) {
			turn("user").add(ContentParts.text(""));
		}
		if (!this.system.isEmpty()) {
			body.putObject("systemInstruction").set("parts", this.system);
		}
		body.set("contents", this.contents);
	}

	private void add(JsonNode value, String path) {
		RequestFields message = new RequestFields((value instanceof ObjectNode object) ? object : Json.object(), path,
				this.service.label());
		String role = message.takeText("role").asString("");
		if (!role.equals("tool")) {
			endResults();
		}
		switch (role) {
			case "system", "developer" -> this.contentParts.of(message).forEach(this.system::add);
			case "user" -> turn("user").addAll(this.contentParts.of(message));
			case "assistant" -> assistant(message);
			case "tool" -> result(message);
			default -> throw message.unsupported("role");
		}
		message.requireAllRead();
	}

	private void assistant(RequestFields message) {
		List<ObjectNode> parts = AssistantParts.of(message, this.contentParts, this.service);
		parts.addAll(this.calls.of(message));
		if (!parts.isEmpty()) {
			turn("model").addAll(parts);
		}
	}

	private void result(RequestFields message) {
		CalledFunctions.Call call = this.calls.answeredBy(message);
		ObjectNode part = FunctionResult.of(call, this.contentParts.of(message), this.service);
		if (this.results.put(call.position(), part) != null) {
			throw message.invalid("tool_call_id",
					message.pathOf("tool_call_id") + " answers a call for the second time");
		}
	}

	private void endResults() {
		if (!this.results.isEmpty()) {
			turn("user").addAll(this.results.values());
			this.results.clear();
		}
	}

	private ArrayNode turn(String role) {
		return this.contents.addObject().put("role", role).putArray("parts");
	}

}
