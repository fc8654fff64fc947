package io.hilum.dialects.openai;

import io.hilum.dialects.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the model thought, as an item with a summary. Created per item and not
 * thread-safe.
 */
final class ResponseReasoning {

	private final String id;

	private final int index;

	private final ResponseEvents events;

	private final StringBuilder text = new StringBuilder();

	private boolean closed;

	ResponseReasoning(String id, int index, ResponseEvents events) {
		this.id = id;
		this.index = index;
		this.events = events;
		events.item("response.output_item.added", index, item());
	}

	int index() {
		return this.index;
	}

	boolean isClosed() {
		return this.closed;
	}

	void text(String piece) {
		if (this.closed) {
			return;
		}
		if (this.text.isEmpty()) {
			tell("part.added", "part", summary(""));
		}
		this.text.append(piece);
		this.events.part("response.reasoning_summary_text.delta", this.id, this.index,
				Json.object().put("summary_index", 0).put("delta", piece));
	}

	ObjectNode close(ArrayNode blocks) {
		this.closed = true;
		ObjectNode item = item();
		if (!this.text.isEmpty()) {
			String all = this.text.toString();
			this.events.part("response.reasoning_summary_text.done", this.id, this.index,
					Json.object().put("summary_index", 0).put("text", all));
			tell("part.done", "part", summary(all));
			item.withArray("summary").add(summary(all));
		}
		if (!blocks.isEmpty()) {
			item.put("encrypted_content", ThinkingSeal.close(blocks));
		}
		this.events.item("response.output_item.done", this.index, item);
		return item;
	}

	private void tell(String type, String name, ObjectNode value) {
		ObjectNode members = Json.object().put("summary_index", 0);
		members.set(name, value);
		this.events.part("response.reasoning_summary_" + type, this.id, this.index, members);
	}

	private static ObjectNode summary(String text) {
		return Json.object().put("type", "summary_text").put("text", text);
	}

	private ObjectNode item() {
		ObjectNode item = Json.object().put("id", this.id).put("type", "reasoning");
		item.putArray("summary");
		return item;
	}

}
