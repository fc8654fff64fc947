package io.hilum.systemtests.upstream;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One call of a tool, in the forms of OpenAI.
 */
record Call(int index, String name, String arguments) {

	private static final JsonMapper JSON = new JsonMapper();

	/**
	 * A call of each tool that a request offers, with what was said in every argument, or
	 * none if the request ends with what a tool found.
	 */
	static List<Call> of(JsonNode request, String said) {
		JsonNode messages = request.path("messages");
		List<Call> calls = new ArrayList<>();
		if (!messages.path(messages.size() - 1).path("role").asString("").equals("tool")) {
			for (JsonNode tool : request.path("tools")) {
				JsonNode function = tool.path("function");
				calls.add(new Call(calls.size(), function.path("name").asString(""),
						Example.of(function.path("parameters"), said).toString()));
			}
		}
		return calls;
	}

	ObjectNode whole() {
		return with(this.arguments);
	}

	/**
	 * The deltas of a stream: the first has the name, the others pieces of the arguments.
	 */
	List<ObjectNode> fragments() {
		List<ObjectNode> fragments = new ArrayList<>();
		fragments.add(delta(with("")));
		for (String piece : OddSplits.ofText(this.arguments)) {
			ObjectNode fragment = JSON.createObjectNode();
			fragment.putObject("function").put("arguments", piece);
			fragments.add(delta(fragment));
		}
		return fragments;
	}

	private ObjectNode with(String text) {
		ObjectNode call = JSON.createObjectNode().put("id", "call_" + this.index).put("type", "function");
		call.putObject("function").put("name", this.name).put("arguments", text);
		return call;
	}

	private ObjectNode delta(ObjectNode fragment) {
		ObjectNode delta = JSON.createObjectNode();
		delta.putArray("tool_calls").add(fragment.put("index", this.index));
		return delta;
	}

}
