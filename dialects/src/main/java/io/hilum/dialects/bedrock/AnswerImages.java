package io.hilum.dialects.bedrock;

import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Images that a model made, which OpenAI's chat completions do not have. They go on as
 * other gateways and OpenRouter write them: {@code images} with parts {@code image_url}.
 */
final class AnswerImages {

	private AnswerImages() {
	}

	static ObjectNode whole(JsonNode image) {
		return part(image.path("format").asString("png"), image.path("source").path("bytes").asString(""));
	}

	static ObjectNode part(String format, String base64) {
		ObjectNode part = Json.object().put("type", "image_url");
		part.putObject("image_url").put("url", "data:image/" + format + ";base64," + base64);
		return part;
	}

}
