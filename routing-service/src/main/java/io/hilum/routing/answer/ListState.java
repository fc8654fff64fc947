package io.hilum.routing.answer;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How far one list of the deltas of a choice has come. Created per list and not
 * thread-safe.
 */
final class ListState {

	private static final Set<String> WHOLE_ITEMS = Set.of("annotations", "citations", "images");

	private final int choice;

	private final String name;

	private final ChunkScan scan;

	private final Set<Integer> begun = new HashSet<>();

	private int last = -1;

	private String lastId = "";

	private String lastType = "";

	/**
	 * Begin a list.
	 * @param choice the index of its choice
	 * @param name what it is called in the delta
	 * @param scan has read the chunk that is mended, and all before it
	 */
	ListState(int choice, String name, ChunkScan scan) {
		this.choice = choice;
		this.name = name;
		this.scan = scan;
	}

	/**
	 * Mend an item.
	 * @param item the item, which is changed
	 * @param answerId what the answer is called
	 */
	void mend(ObjectNode item, String answerId) {
		if (!item.path("index").isInt()) {
			item.put("index", indexOf(item));
		}
		if ("tool_calls".equals(this.name)) {
			call(item, answerId);
		}
		this.last = item.path("index").asInt(0);
		this.lastId = item.path("id").asString(this.lastId);
		this.lastType = item.path("type").asString(this.lastType);
	}

	/**
	 * An item without an index goes on with the last one, unless it shows that it is
	 * another one.
	 */
	private int indexOf(ObjectNode item) {
		String id = item.path("id").asString("");
		String type = item.path("type").asString(this.lastType);
		boolean named = id.isEmpty() && !item.path("function").path("name").asString("").isEmpty();
		boolean another = this.last < 0 || named || WHOLE_ITEMS.contains(this.name)
				|| (!id.isEmpty() && !id.equals(this.lastId)) || !type.equals(this.lastType);
		return another ? this.last + 1 : this.last;
	}

	/**
	 * Clients add up the id and the name of a call, which must be said once.
	 */
	private void call(ObjectNode item, String answerId) {
		textOfArguments(item);
		int index = item.path("index").asInt(0);
		boolean again = this.begun.contains(index) || this.scan.hadCall(this.choice, index);
		if (again && isAnother(item, index)) {
			index = next(index);
			item.put("index", index);
			again = false;
		}
		if (again) {
			item.remove("id");
			if (!item.has("custom")) {
				function(item).remove("name");
			}
			return;
		}
		this.begun.add(index);
		begin(item, index, answerId);
	}

	/**
	 * Some servers number every call 0 and send each in one piece, where others send the
	 * pieces of one call with ids that change.
	 */
	private boolean isAnother(ObjectNode item, int index) {
		String id = item.path("id").asString("");
		return !id.isEmpty() && !id.equals(this.scan.callId(this.choice, index))
				&& !item.path("function").path("name").asString("").isEmpty()
				&& Json
					.readLeniently(
							item.path("function").path("arguments").asString("").getBytes(StandardCharsets.UTF_8))
					.isObject();
	}

	private int next(int index) {
		int next = index + 1;
		while (this.begun.contains(next) || this.scan.hadCall(this.choice, next)) {
			next++;
		}
		return next;
	}

	private void begin(ObjectNode item, int index, String answerId) {
		if (item.path("id").asString("").isEmpty()) {
			item.put("id", callId(answerId, this.choice, index));
		}
		if (!item.path("type").isString()) {
			item.put("type", "function");
		}
		this.scan.beginCall(this.choice, index, item.path("id").asString(""));
	}

	/**
	 * An id for a call that came without, which no other answer has.
	 * @param answerId what the answer is called
	 * @param choice the index of the choice
	 * @param index the number of the call
	 * @return the id
	 */
	static String callId(String answerId, int choice, int index) {
		byte[] place = (answerId + "/" + choice + "/" + index).getBytes(StandardCharsets.UTF_8);
		return "call_" + UUID.nameUUIDFromBytes(place).toString().replace("-", "");
	}

	private static void textOfArguments(ObjectNode item) {
		JsonNode arguments = item.path("function").path("arguments");
		if (arguments.isObject()) {
			function(item).put("arguments", Json.mapper().writeValueAsString(arguments));
		}
	}

	private static ObjectNode function(ObjectNode item) {
		return (item.path("function") instanceof ObjectNode function) ? function : item.putObject("function");
	}

}
