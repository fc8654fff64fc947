package io.hilum.dialects.openai;

import io.hilum.dialects.json.Json;
import io.hilum.dialects.sse.EventWriter;
import tools.jackson.databind.node.ObjectNode;

/**
 * Numbers the events of a response and writes them. Created per answer and not
 * thread-safe.
 */
final class ResponseEvents {

	private final EventWriter writer;

	private long sequence;

	ResponseEvents(EventWriter writer) {
		this.writer = writer;
	}

	void response(String type, ObjectNode response) {
		ObjectNode event = begin(type);
		event.set("response", response);
		this.writer.event(type, event);
	}

	void item(String type, int index, ObjectNode item) {
		ObjectNode event = begin(type).put("output_index", index);
		event.set("item", item);
		this.writer.event(type, event);
	}

	/**
	 * An event about a part of an item.
	 * @param type its type
	 * @param itemId the item
	 * @param index the place of the item
	 * @param members what it says
	 */
	void part(String type, String itemId, int index, ObjectNode members) {
		ObjectNode event = begin(type).put("item_id", itemId).put("output_index", index);
		event.setAll(members);
		this.writer.event(type, event);
	}

	void error(ObjectNode error) {
		this.writer.event(null, error);
	}

	private ObjectNode begin(String type) {
		return Json.object().put("type", type).put("sequence_number", this.sequence++);
	}

}
