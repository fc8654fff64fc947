package io.hilum.dialects.google;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The calls of functions in a conversation, found again by their ids. Created per request
 * and not thread-safe.
 */
final class CalledFunctions {

	private final GeminiService service;

	private final GeminiModel model;

	private final Map<String, Call> byId = new HashMap<>();

	private int positions;

	CalledFunctions(GeminiService service, GeminiModel model) {
		this.service = service;
		this.model = model;
	}

	/**
	 * The calls of a message.
	 * @param message the message
	 * @return the calls as parts
	 */
	List<ObjectNode> of(RequestFields message) {
		JsonNode calls = message.takeList("tool_calls");
		List<ObjectNode> parts = new ArrayList<>();
		for (int i = 0; i < calls.size(); i++) {
			String path = message.pathOf("tool_calls") + "[" + i + "]";
			ObjectNode call = (calls.get(i) instanceof ObjectNode object) ? object : Json.object();
			parts.add(part(new RequestFields(call, path, this.service.label()), i == 0));
		}
		return parts;
	}

	private ObjectNode part(RequestFields call, boolean first) {
		call.refuseUnless("type", "\"function\"");
		call.ignore("index");
		String id = call.takeText("id").asString("");
		RequestFields function = new RequestFields(
				(call.takeObject("function") instanceof ObjectNode object) ? object : Json.object(),
				call.pathOf("function"), this.service.label());
		String name = requireName(function);
		this.byId.put(id, new Call(id, name, this.positions++));
		ObjectNode part = Json.object();
		ObjectNode written = part.putObject("functionCall").put("name", name);
		if (this.service.callIds() && !id.isEmpty()) {
			written.put("id", id);
		}
		written.set("args", arguments(function));
		sign(part, Signatures.in(call.takeObject("extra_content")), first);
		call.requireAllRead();
		return part;
	}

	private void sign(ObjectNode part, JsonNode signature, boolean first) {
		if (signature.isString()) {
			part.put(Signatures.NATIVE, signature.asString());
		}
		else if (first && this.model.isThirdGeneration()) {
			part.put(Signatures.NATIVE, Signatures.NOT_KNOWN);
		}
	}

	/**
	 * The name of a function.
	 * @param function the function
	 * @return its name
	 */
	static String requireName(RequestFields function) {
		String name = function.takeText("name").asString("");
		if (name.isEmpty()) {
			throw function.invalid("name", function.pathOf("name") + " must not be empty");
		}
		return name;
	}

	private static ObjectNode arguments(RequestFields function) {
		String text = function.takeText("arguments").asString("");
		function.requireAllRead();
		if (text.isBlank()) {
			return Json.object();
		}
		if (Json.readLeniently(text.getBytes(StandardCharsets.UTF_8)) instanceof ObjectNode object) {
			return object;
		}
		throw function.invalid("arguments", function.pathOf("arguments") + " must be a JSON object");
	}

	/**
	 * The call that a message answers.
	 * @param message the message
	 * @return the call
	 */
	Call answeredBy(RequestFields message) {
		message.ignore("name");
		Call call = this.byId.get(message.takeText("tool_call_id").asString(""));
		if (call == null) {
			throw message.invalid("tool_call_id", message.pathOf("tool_call_id") + " is not the id of an earlier call");
		}
		return call;
	}

	/**
	 * A call of a function.
	 *
	 * @param id its id
	 * @param name the function
	 * @param position its place among all calls of the conversation
	 */
	record Call(String id, String name, int position) {

	}

}
