package io.hilum.dialects.openai;

import io.hilum.dialects.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call of a function, as an item. Created per item and not thread-safe.
 */
final class ResponseCall {

	private final String id;

	private final int index;

	private final String callId;

	private final String name;

	private final ResponseEvents events;

	private final StringBuilder arguments = new StringBuilder();

	ResponseCall(String id, int index, String callId, String name, ResponseEvents events) {
		this.id = id;
		this.index = index;
		this.callId = callId;
		this.name = name;
		this.events = events;
		events.item("response.output_item.added", index, item("in_progress"));
	}

	int index() {
		return this.index;
	}

	void arguments(String fragment) {
		this.arguments.append(fragment);
		this.events.part("response.function_call_arguments.delta", this.id, this.index,
				Json.object().put("delta", fragment));
	}

	ObjectNode close() {
		if (this.arguments.isEmpty()) {
			this.arguments.append("{}");
		}
		this.events.part("response.function_call_arguments.done", this.id, this.index,
				Json.object().put("name", this.name).put("arguments", this.arguments.toString()));
		ObjectNode item = item("completed");
		this.events.item("response.output_item.done", this.index, item);
		return item;
	}

	private ObjectNode item(String status) {
		return Json.object()
			.put("id", this.id)
			.put("type", "function_call")
			.put("status", status)
			.put("call_id", this.callId)
			.put("name", this.name)
			.put("arguments", this.arguments.toString());
	}

}
