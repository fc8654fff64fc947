package io.hilum.dialects.google;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The result of a function. Google wants an object; any other text is its {@code output}.
 * So is an object with integers that Google's numbers, which are doubles, would round.
 */
final class FunctionResult {

	private static final long LARGEST_EXACT = 1L << 53;

	private FunctionResult() {
	}

	static ObjectNode of(CalledFunctions.Call call, List<ObjectNode> content, GeminiService service) {
		ObjectNode part = Json.object();
		ObjectNode written = part.putObject("functionResponse").put("name", call.name());
		if (service.callIds() && !call.id().isEmpty()) {
			written.put("id", call.id());
		}
		written.set("response", response(text(content)));
		ArrayNode media = Json.mapper().createArrayNode();
		content.stream()
			.filter((piece) -> !piece.has("text"))
			.map((piece) -> piece.deepCopy().retain("inlineData", "fileData"))
			.forEach(media::add);
		if (!media.isEmpty()) {
			written.set("parts", media);
		}
		return part;
	}

	private static String text(List<ObjectNode> content) {
		StringBuilder text = new StringBuilder();
		content.forEach((piece) -> text.append(piece.path("text").asString("")));
		return text.toString();
	}

	private static ObjectNode response(String text) {
		return (Json.readLeniently(text.getBytes(StandardCharsets.UTF_8)) instanceof ObjectNode object
				&& isExact(object)) ? object : Json.object().put("output", text);
	}

	private static boolean isExact(JsonNode value) {
		if (value.isIntegralNumber()) {
			return value.canConvertToLong() && Math.abs(value.longValue()) <= LARGEST_EXACT;
		}
		for (JsonNode inner : value) {
			if (!isExact(inner)) {
				return false;
			}
		}
		return true;
	}

}
