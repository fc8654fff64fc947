package io.hilum.dialects.openai;

import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the model said, as an item with parts: text, and a refusal if there is one.
 * Created per item and not thread-safe.
 */
final class ResponseMessage {

	private final String id;

	private final int index;

	private final ResponseEvents events;

	private final ArrayNode parts = Json.mapper().createArrayNode();

	private final ArrayNode annotations = Json.mapper().createArrayNode();

	private final StringBuilder text = new StringBuilder();

	private boolean refusing;

	ResponseMessage(String id, int index, ResponseEvents events) {
		this.id = id;
		this.index = index;
		this.events = events;
		events.item("response.output_item.added", index, item("in_progress"));
	}

	int index() {
		return this.index;
	}

	void text(String piece) {
		add(piece, false);
	}

	void refusal(String piece) {
		add(piece, true);
	}

	private void add(String piece, boolean refusal) {
		if (!this.text.isEmpty() && this.refusing != refusal) {
			closePart();
		}
		if (this.text.isEmpty()) {
			this.refusing = refusal;
			tell("response.content_part.added", "part", part(""));
		}
		this.text.append(piece);
		tell("response." + kind() + ".delta", "delta", Json.mapper().getNodeFactory().stringNode(piece));
	}

	void annotation(JsonNode annotation) {
		JsonNode own = annotation.path("url_citation");
		ObjectNode flat = own.isObject() ? ((ObjectNode) own.deepCopy()).put("type", "url_citation") : null;
		JsonNode written = (flat != null) ? flat : annotation;
		ObjectNode members = Json.object().put("content_index", this.parts.size());
		members.put("annotation_index", this.annotations.size()).set("annotation", written);
		this.events.part("response.output_text.annotation.added", this.id, this.index, members);
		this.annotations.add(written);
	}

	private void closePart() {
		String all = this.text.toString();
		tell("response." + kind() + ".done", this.refusing ? "refusal" : "text",
				Json.mapper().getNodeFactory().stringNode(all));
		ObjectNode part = part(all);
		tell("response.content_part.done", "part", part);
		this.parts.add(part);
		this.text.setLength(0);
		this.annotations.removeAll();
	}

	private String kind() {
		return this.refusing ? "refusal" : "output_text";
	}

	private void tell(String type, String name, JsonNode value) {
		ObjectNode members = Json.object().put("content_index", this.parts.size());
		members.set(name, value);
		if (type.startsWith("response.output_text")) {
			members.putArray("logprobs");
		}
		this.events.part(type, this.id, this.index, members);
	}

	private ObjectNode part(String all) {
		ObjectNode part = Json.object().put("type", kind());
		if (this.refusing) {
			return part.put("refusal", all);
		}
		part.put("text", all);
		part.set("annotations", this.annotations.deepCopy());
		part.putArray("logprobs");
		return part;
	}

	ObjectNode close(boolean cut) {
		closePart();
		ObjectNode item = item(cut ? "incomplete" : "completed");
		this.events.item("response.output_item.done", this.index, item);
		return item;
	}

	private ObjectNode item(String status) {
		ObjectNode item = Json.object()
			.put("id", this.id)
			.put("type", "message")
			.put("status", status)
			.put("role", "assistant");
		item.set("content", this.parts.deepCopy());
		return item;
	}

}
