package io.hilum.dialects.google;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * One choice of a stream, put together as OpenAI's SDKs do.
 *
 * @param deltas its deltas
 * @param finish why it ended, empty if it did not say so
 */
record Assembled(List<JsonNode> deltas, String finish) {

	static Assembled of(List<JsonNode> chunks, int index) {
		List<JsonNode> deltas = new ArrayList<>();
		String finish = "";
		for (JsonNode chunk : chunks) {
			for (JsonNode choice : chunk.path("choices")) {
				if (choice.path("index").intValue() == index) {
					deltas.add(choice.path("delta"));
					finish += choice.path("finish_reason").asString("");
				}
			}
		}
		return new Assembled(deltas, finish);
	}

	String text() {
		return joined("content");
	}

	String reasoning() {
		return joined("reasoning_content");
	}

	private String joined(String name) {
		StringBuilder text = new StringBuilder();
		this.deltas.forEach((delta) -> text.append(delta.path(name).asString("")));
		return text.toString();
	}

	JsonNode member(String name) {
		return this.deltas.stream()
			.map((delta) -> delta.path(name))
			.filter((value) -> !value.isMissingNode())
			.findFirst()
			.orElse(Json.mapper().missingNode());
	}

	int count(String name) {
		return this.deltas.stream().mapToInt((delta) -> delta.path(name).size()).sum();
	}

	List<String> calls() {
		Map<Integer, String> calls = new TreeMap<>();
		Map<Integer, String> extras = new TreeMap<>();
		for (JsonNode delta : this.deltas) {
			for (JsonNode call : delta.path("tool_calls")) {
				JsonNode function = call.path("function");
				String head = call.has("id") ? call.path("id").asString() + " " + function.path("name").asString() + " "
						: "";
				int index = call.path("index").intValue();
				calls.merge(index, head + function.path("arguments").asString(""), String::concat);
				extras.merge(index, call.path("extra_content").toString(), String::concat);
			}
		}
		return calls.entrySet().stream().map((call) -> call.getValue() + " " + extras.get(call.getKey())).toList();
	}

	static List<String> calls(JsonNode calls) {
		List<String> all = new ArrayList<>();
		for (JsonNode call : calls) {
			JsonNode function = call.path("function");
			all.add(call.path("id").asString() + " " + function.path("name").asString() + " "
					+ function.path("arguments").asString() + " " + call.path("extra_content"));
		}
		return all;
	}

}
