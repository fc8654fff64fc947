package io.hilum.routing.provider.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the sandbox does where an agent asks it, so that a run can be seen from its
 * beginning to its end without a model: it calls the first tool with what the user wrote,
 * and then hands in what that tool returned first. It understands nothing of either, and
 * says so.
 *
 * @param tool the tool that it calls
 * @param arguments the arguments, as JSON
 */
record SandboxErrand(String tool, String arguments) {

	private static final String HAND_IN = "submit_";

	private static final int LONGEST = 200;

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Pattern CODE = Pattern.compile("\"code\":\"([^\"]{1,16})\"");

	private static final Pattern SENTENCE = Pattern.compile("[^.\\n]+\\.?");

	private static final String CONFESSION = "The sandbox is no model: it looked up words and understood nothing";

	/**
	 * The next call of a run.
	 * @param request the request
	 * @param userText what the user wrote
	 * @return the call, or {@code null} if no agent asks
	 */
	static @Nullable SandboxErrand of(JsonNode request, String userText) {
		JsonNode handIn = null;
		JsonNode first = null;
		for (JsonNode tool : request.path("tools")) {
			JsonNode function = tool.path("function");
			if (function.path("name").asString("").startsWith(HAND_IN)) {
				handIn = function;
			}
			else if (first == null) {
				first = function;
			}
		}
		if (handIn == null) {
			return null;
		}
		String sentence = firstSentence(userText);
		String seen = lastResult(request);
		JsonNode next = (first != null && seen == null) ? first : handIn;
		JsonNode filled = fill(next.path("parameters"), "", sentence, (seen != null) ? seen : "");
		return new SandboxErrand(next.path("name").asString(""), JSON.writeValueAsString(filled));
	}

	private static @Nullable String lastResult(JsonNode request) {
		String last = null;
		for (JsonNode message : request.path("messages")) {
			last = "tool".equals(message.path("role").asString("")) ? message.path("content").asString("") : last;
		}
		return last;
	}

	private static String firstSentence(String text) {
		Matcher sentence = SENTENCE.matcher(text);
		String first = sentence.find() ? sentence.group().strip() : text;
		return first.substring(0, Math.min(first.length(), LONGEST));
	}

	/** The least that fits a schema. */
	private static JsonNode fill(JsonNode schema, String name, String sentence, String seen) {
		return switch (schema.path("type").asString("string")) {
			case "object" -> object(schema, sentence, seen);
			case "array" -> array(schema, name, sentence, seen);
			case "integer", "number" -> JSON.createObjectNode().numberNode(schema.path("minimum").asInt(1));
			case "boolean" -> JSON.createObjectNode().booleanNode(false);
			default -> JSON.createObjectNode().stringNode(text(schema, name, sentence, seen));
		};
	}

	private static ObjectNode object(JsonNode schema, String sentence, String seen) {
		ObjectNode object = JSON.createObjectNode();
		for (JsonNode required : schema.path("required")) {
			String name = required.asString("");
			object.set(name, fill(schema.path("properties").path(name), name, sentence, seen));
		}
		return object;
	}

	private static ArrayNode array(JsonNode schema, String name, String sentence, String seen) {
		ArrayNode array = JSON.createArrayNode();
		if (!name.equals("codes") || CODE.matcher(seen).find()) {
			array.add(fill(schema.path("items"), name, sentence, seen));
		}
		return array;
	}

	private static String text(JsonNode schema, String name, String sentence, String seen) {
		List<String> allowed = new ArrayList<>();
		schema.path("enum").forEach((one) -> allowed.add(one.asString("")));
		if (!allowed.isEmpty()) {
			return allowed.getFirst();
		}
		Matcher code = CODE.matcher(seen);
		return switch (name) {
			case "code" -> code.find() ? code.group(1) : "none";
			case "sentence", "quote", "query", "text" -> sentence.isEmpty() ? CONFESSION : sentence;
			case "source" -> "note";
			default -> CONFESSION;
		};
	}

}
