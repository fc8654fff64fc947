package io.hilum.dialects.chat;

import java.util.HashSet;
import java.util.Set;

import io.hilum.dialects.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The tool calls of one choice, which arrive in pieces. A piece without an index belongs
 * to the call that was begun last, unless it has an id of its own. Created per choice and
 * not thread-safe.
 */
final class ToolCalls {

	private final int choice;

	private final ChatSink sink;

	private final Set<Integer> begun = new HashSet<>();

	private int last = -1;

	private @Nullable String lastId;

	ToolCalls(int choice, ChatSink sink) {
		this.choice = choice;
		this.sink = sink;
	}

	void read(JsonNode call) {
		String id = call.path("id").asString("");
		String name = call.path("function").path("name").asString("");
		int index = call.path("index").isInt() ? call.path("index").asInt() : indexOf(id, name);
		begin(index, id, name);
		arguments(call.path("function").path("arguments"));
	}

	/**
	 * The only call of OpenAI's older form, without an id.
	 */
	void readFunction(JsonNode function) {
		begin(0, "", function.path("name").asString(""));
		arguments(function.path("arguments"));
	}

	private int indexOf(String id, String name) {
		boolean another = this.last < 0 || (id.isEmpty() ? !name.isEmpty() : !id.equals(this.lastId));
		return another ? this.last + 1 : this.last;
	}

	private void begin(int index, String id, String name) {
		this.last = index;
		if (this.begun.add(index)) {
			this.lastId = id.isEmpty() ? "call_" + this.choice + "_" + index : id;
			this.sink.toolCall(this.choice, index, this.lastId, name);
		}
	}

	private void arguments(JsonNode arguments) {
		String fragment = arguments.isObject() ? Json.mapper().writeValueAsString(arguments) : arguments.asString("");
		if (!fragment.isEmpty()) {
			this.sink.toolArguments(this.choice, this.last, fragment);
		}
	}

}
