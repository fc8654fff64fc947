package io.hilum.routing.answer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

import io.hilum.dialects.json.Json;
import io.hilum.dialects.sse.EventData;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Mends what servers say in OpenAI's dialect that OpenAI's clients cannot read: a first
 * delta without a role or later ones with it, items of lists without an index, text as a
 * list of parts, a choice without a message, usage in a chunk with choices, calls without
 * an id or with that of another. Adds nothing that was not meant. Created per stream and
 * not thread-safe.
 */
final class ChatRepair {

	private final boolean chat;

	private final ChunkScan scan;

	/** How many items each list of each choice has, and what the last one of them is. */
	private final Map<String, ListState> lists = new HashMap<>();

	/**
	 * Create a repair.
	 * @param chat whether this is chat, which has deltas
	 * @param scan has read the chunk that is mended, and all before it
	 */
	ChatRepair(boolean chat, ChunkScan scan) {
		this.chat = chat;
		this.scan = scan;
	}

	/**
	 * Mend a chunk.
	 * @param data the chunk, with choices
	 * @return the event in place of it
	 */
	Mended chunk(EventData data) {
		ObjectNode chunk = Json.readAnswer(data.bytes(), data.start(), data.end());
		byte[] usage = null;
		if (chunk.path("usage").isObject()) {
			ObjectNode only = chunk.deepCopy();
			only.putArray("choices");
			usage = event(only);
			chunk.remove("usage");
		}
		if (this.chat) {
			String id = chunk.path("id").asString("");
			keepObjects(chunk.withArray("choices"));
			chunk.path("choices").forEach((choice) -> mend((ObjectNode) choice, id));
		}
		return new Mended(event(chunk), usage);
	}

	private static void keepObjects(ArrayNode list) {
		for (Iterator<JsonNode> items = list.iterator(); items.hasNext();) {
			if (!items.next().isObject()) {
				items.remove();
			}
		}
	}

	private void mend(ObjectNode choice, String answerId) {
		int index = choice.path("index").asInt(0);
		ObjectNode delta = delta(choice);
		if (this.scan.hadRole(index)) {
			delta.remove("role");
		}
		else if (!delta.path("role").isString()) {
			delta.put("role", "assistant");
		}
		MessageContent.mend(delta);
		delta.propertyStream()
			.filter((member) -> member.getValue().isArray())
			.forEach((member) -> mendList(index, member.getKey(), (ArrayNode) member.getValue(), answerId));
	}

	/**
	 * A choice without a delta may have a whole message.
	 */
	private static ObjectNode delta(ObjectNode choice) {
		if (choice.path("delta") instanceof ObjectNode delta) {
			return delta;
		}
		if (choice.path("message") instanceof ObjectNode message) {
			choice.remove("message");
			choice.set("delta", message);
			return message;
		}
		return choice.putObject("delta");
	}

	private void mendList(int choice, String name, ArrayNode items, String answerId) {
		ListState state = this.lists.computeIfAbsent(choice + name, (key) -> new ListState(choice, name, this.scan));
		for (JsonNode item : items) {
			if (item instanceof ObjectNode object) {
				state.mend(object, answerId);
			}
		}
	}

	/**
	 * The chunk with its usage where OpenAI has it.
	 * @param data a chunk that tells it in Groq's member or in a choice
	 * @return the chunk
	 */
	EventData withUsage(EventData data) {
		ObjectNode chunk = Json.readAnswer(data.bytes(), data.start(), data.end());
		moveUsage(chunk.path("x_groq"), chunk);
		chunk.path("choices").forEach((choice) -> moveUsage(choice, chunk));
		byte[] bytes = Json.write(chunk);
		return new EventData(bytes, 0, bytes.length);
	}

	private static void moveUsage(JsonNode from, ObjectNode chunk) {
		if (from instanceof ObjectNode object && object.path("usage") instanceof ObjectNode usage) {
			object.remove("usage");
			chunk.set("usage", usage);
		}
	}

	byte[] usageOnly(EventData data) {
		return withChoices(data);
	}

	/**
	 * The event with the list of choices that clients walk through, if it has none.
	 */
	byte[] withChoices(EventData data) {
		ObjectNode chunk = Json.readAnswer(data.bytes(), data.start(), data.end());
		if (!chunk.path("choices").isArray()) {
			chunk.putArray("choices");
		}
		return event(chunk);
	}

	/**
	 * Mend a whole chat completion.
	 * @param body the completion
	 * @return what the client gets; nothing if it is none
	 */
	static byte @Nullable [] whole(byte[] body) {
		ObjectNode answer = Json.readAnswer(body);
		if (!answer.has("choices")) {
			return null;
		}
		if (!answer.path("choices").isArray()) {
			answer.putArray("choices");
		}
		ArrayNode choices = answer.withArray("choices");
		keepObjects(choices);
		for (int i = 0; i < choices.size(); i++) {
			mendWhole((ObjectNode) choices.path(i), i, answer.path("id").asString(""));
		}
		return Json.write(answer);
	}

	private static void mendWhole(ObjectNode choice, int at, String answerId) {
		if (!choice.path("index").isInt()) {
			choice.put("index", at);
		}
		ObjectNode message = choice.path("message").isObject() ? (ObjectNode) choice.path("message")
				: choice.putObject("message");
		if (!message.path("role").isString()) {
			message.put("role", "assistant");
		}
		MessageContent.mend(message);
		if (!message.has("content")) {
			message.putNull("content");
		}
		mendCalls(message, at, answerId);
		if (!choice.has("finish_reason")) {
			choice.put("finish_reason", message.path("tool_calls").isEmpty() ? "stop" : "tool_calls");
		}
	}

	private static void mendCalls(ObjectNode message, int choice, String answerId) {
		if (message.path("tool_calls") instanceof ObjectNode only) {
			message.putArray("tool_calls").add(only);
		}
		if (!message.path("tool_calls").isArray()) {
			message.remove("tool_calls");
			return;
		}
		ArrayNode calls = message.withArray("tool_calls");
		keepObjects(calls);
		for (int i = 0; i < calls.size(); i++) {
			mendCall((ObjectNode) calls.path(i), ListState.callId(answerId, choice, i));
		}
	}

	private static void mendCall(ObjectNode call, String id) {
		if (call.path("id").asString("").isEmpty()) {
			call.put("id", id);
		}
		if (!call.path("type").isString()) {
			call.put("type", "function");
		}
		if (call.path("function") instanceof ObjectNode function && !function.path("arguments").isString()) {
			JsonNode arguments = function.path("arguments");
			function.put("arguments", arguments.isObject() ? Json.mapper().writeValueAsString(arguments) : "{}");
		}
	}

	private static byte[] event(ObjectNode chunk) {
		ByteArrayOutputStream event = new ByteArrayOutputStream(512);
		event.writeBytes("data: ".getBytes(StandardCharsets.US_ASCII));
		event.writeBytes(Json.write(chunk));
		event.writeBytes("\n\n".getBytes(StandardCharsets.US_ASCII));
		return event.toByteArray();
	}

	/**
	 * A mended chunk.
	 *
	 * @param event the event in place of it
	 * @param usage an event with its usage alone, if it has one
	 */
	record Mended(byte[] event, byte @Nullable [] usage) {

	}

}
