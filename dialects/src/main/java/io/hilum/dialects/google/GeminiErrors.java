package io.hilum.dialects.google;

import java.util.Locale;

import io.hilum.dialects.chat.ChatErrors;
import io.hilum.dialects.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Google's errors ({@code google.rpc.Status}), which come as an object or, from streams,
 * as a list with one.
 */
final class GeminiErrors {

	private GeminiErrors() {
	}

	/**
	 * Translate an error.
	 * @param status the HTTP status
	 * @param body what Google said, maybe cut, maybe not JSON
	 * @return the error in OpenAI's form
	 */
	static ObjectNode of(int status, byte[] body) {
		JsonNode read = Json.readLeniently(body);
		JsonNode error = (read.isArray() ? read.path(0) : read).path("error");
		return of(status, error);
	}

	/**
	 * Translate an error that came inside of an answer.
	 * @param error Google's {@code error}
	 * @return the error in OpenAI's form
	 */
	static ObjectNode inside(JsonNode error) {
		int code = error.path("code").asInt(500);
		return of((code >= 400 && code < 600) ? code : 500, error);
	}

	private static ObjectNode of(int status, JsonNode error) {
		String message = error.isString() ? error.asString() : error.path("message").asString("");
		return ChatErrors.of(ChatErrors.typeOf(status), code(error, message),
				message.isEmpty() ? "Google answered " + status : message);
	}

	private static @Nullable String code(JsonNode error, String message) {
		if (message.contains("exceeds the maximum number of tokens")) {
			return "context_length_exceeded";
		}
		for (JsonNode detail : error.path("details")) {
			if (detail.path("reason").asString("").equals("API_KEY_INVALID")) {
				return "invalid_api_key";
			}
		}
		String word = error.path("status").asString("").toLowerCase(Locale.ROOT);
		return word.isEmpty() ? null : word;
	}

}
