package io.hilum.routing.answer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.hilum.dialects.json.Json;
import io.hilum.dialects.sse.EventData;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Mends what servers say in OpenAI's dialect that OpenAI's clients cannot read: a first
 * delta without a role or later ones with it, items of lists without an index, text as a
 * list of parts, a choice without a message, usage in a chunk with choices. Adds nothing
 * that was not meant. Created per stream and not thread-safe.
 */
final class ChatRepair {

	private static final Set<String> WHOLE_ITEMS = Set.of("annotations", "citations", "images");

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
			for (JsonNode choice : chunk.path("choices")) {
				mend((ObjectNode) choice);
			}
		}
		return new Mended(event(chunk), usage);
	}

	private void mend(ObjectNode choice) {
		int index = choice.path("index").asInt(0);
		ObjectNode delta = choice.path("delta").isObject() ? (ObjectNode) choice.path("delta")
				: choice.putObject("delta");
		if (this.scan.hadRole(index)) {
			delta.remove("role");
		}
		else if (!delta.path("role").isString()) {
			delta.put("role", "assistant");
		}
		mendContent(delta);
		delta.propertyStream()
			.filter((member) -> member.getValue().isArray())
			.forEach((member) -> mendList(index, member.getKey(), (ArrayNode) member.getValue()));
	}

	/**
	 * Text as a list of parts (Mistral's): what is thought stands in
	 * {@code reasoning_content}, as elsewhere.
	 */
	private static void mendContent(ObjectNode message) {
		if (!message.path("content").isArray()) {
			return;
		}
		StringBuilder text = new StringBuilder();
		StringBuilder thought = new StringBuilder();
		for (JsonNode part : message.path("content")) {
			text.append(part.path("text").asString(""));
			part.path("thinking").forEach((piece) -> thought.append(piece.path("text").asString("")));
		}
		message.put("content", text.toString());
		if (!thought.isEmpty()) {
			message.put("reasoning_content", thought.toString());
		}
	}

	private void mendList(int choice, String name, ArrayNode items) {
		ListState state = this.lists.computeIfAbsent(choice + name, (key) -> new ListState());
		for (JsonNode item : items) {
			if (item instanceof ObjectNode object) {
				if (!object.path("index").isInt()) {
					object.put("index", state.indexOf(object, name));
				}
				if ("tool_calls".equals(name)) {
					state.call(object, this.scan.hadCall(choice, object.path("index").asInt()));
				}
				state.take(object);
			}
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
	 * @return what the client gets
	 */
	static byte[] whole(byte[] body) {
		ObjectNode answer = Json.readAnswer(body);
		if (!answer.path("choices").isArray()) {
			answer.putArray("choices");
		}
		for (JsonNode item : answer.path("choices")) {
			ObjectNode choice = (ObjectNode) item;
			ObjectNode message = choice.path("message").isObject() ? (ObjectNode) choice.path("message")
					: choice.putObject("message");
			if (!message.path("role").isString()) {
				message.put("role", "assistant");
			}
			mendContent(message);
			if (!message.has("content")) {
				message.putNull("content");
			}
			message.path("tool_calls").forEach(ChatRepair::mendCall);
		}
		return Json.write(answer);
	}

	private static void mendCall(JsonNode call) {
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

	/**
	 * How far one list has come. Mutable.
	 */
	private static final class ListState {

		private int last = -1;

		private String lastId = "";

		private String lastType = "";

		private final Set<Integer> begun = new HashSet<>();

		/**
		 * An item without an index goes on with the last one, unless it shows that it is
		 * another one.
		 */
		int indexOf(ObjectNode item, String name) {
			String id = item.path("id").asString("");
			String type = item.path("type").asString(this.lastType);
			boolean another = this.last < 0 || WHOLE_ITEMS.contains(name) || (!id.isEmpty() && !id.equals(this.lastId))
					|| !type.equals(this.lastType);
			return another ? this.last + 1 : this.last;
		}

		void take(ObjectNode item) {
			this.last = item.path("index").asInt(0);
			this.lastId = item.path("id").asString(this.lastId);
			this.lastType = item.path("type").asString(this.lastType);
		}

		/**
		 * Clients add up the id and the name of a call, which must be said once.
		 */
		void call(ObjectNode item, boolean begunBefore) {
			ObjectNode function = item.path("function").isObject() ? (ObjectNode) item.path("function")
					: item.putObject("function");
			if (!this.begun.add(item.path("index").asInt(0)) || begunBefore) {
				item.remove("id");
				function.remove("name");
			}
			if (function.path("arguments").isObject()) {
				function.put("arguments", Json.mapper().writeValueAsString(function.path("arguments")));
			}
		}

	}

}
