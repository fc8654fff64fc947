package io.hilum.routing.answer;

import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An error that came where an answer was expected, with status 200 or inside of a stream.
 *
 * @param status the status that it stands for, or 0 if it does not say
 * @param body the error in OpenAI's form
 */
public record ErrorObject(int status, byte[] body) {

	private static final int MAX_NESTING = 3;

	/**
	 * Read an error.
	 * @param bytes where it is
	 * @param start its first byte
	 * @param end the byte behind its last
	 * @return the error
	 */
	public static ErrorObject read(byte[] bytes, int start, int end) {
		ObjectNode document = Json.readAnswer(bytes, start, end);
		JsonNode error = in(document);
		ObjectNode form = Json.object();
		form.set("error", error);
		return new ErrorObject(status(error), Json.write(form));
	}

	/**
	 * The status of what may be an error.
	 * @param body anything
	 * @return the status, or 0 if it is none or does not say
	 */
	public static int statusOf(byte[] body) {
		return status(in(Json.readLeniently(body)));
	}

	/**
	 * The error in what a provider answered, in whichever of the known shapes.
	 * @param document {@code {"error":{…}}}, {@code {"error":"…"}}, the error itself, or
	 * a list of one of these
	 * @return the error, with its {@code message} as text if it says anything
	 */
	public static JsonNode in(JsonNode document) {
		if (document.isArray()) {
			return in(document.path(0));
		}
		JsonNode inner = document.path("error");
		if ((inner.isObject() ? inner : document) instanceof ObjectNode error) {
			return error.path("message").isString() ? error : told(error);
		}
		return Json.mapper().missingNode();
	}

	private static JsonNode told(ObjectNode error) {
		for (String name : new String[] { "message", "error", "detail", "errors", "msg" }) {
			String words = words(error.path(name), MAX_NESTING);
			if (!words.isEmpty()) {
				return error.deepCopy().put("message", words);
			}
		}
		return error;
	}

	private static String words(JsonNode said, int nesting) {
		if (said.isString() || nesting == 0) {
			return said.asString("");
		}
		if (said.isArray()) {
			return words(said.path(0), nesting - 1);
		}
		for (String name : new String[] { "message", "msg", "detail", "error" }) {
			String words = words(said.path(name), nesting - 1);
			if (!words.isEmpty()) {
				return words;
			}
		}
		return "";
	}

	private static int status(JsonNode error) {
		for (String name : new String[] { "code", "status", "status_code" }) {
			int number = error.path(name).asInt(0);
			if (number >= 400 && number < 600) {
				return number;
			}
		}
		int byType = byWord(error.path("type").asString(""));
		return (byType > 0) ? byType : byWord(error.path("code").asString(""));
	}

	private static int byWord(String word) {
		return switch (word) {
			case "invalid_request_error", "content_filter", "context_length_exceeded", "invalid_prompt" -> 400;
			case "authentication_error" -> 401;
			case "permission_error" -> 403;
			case "not_found_error" -> 404;
			case "request_too_large" -> 413;
			case "rate_limit_error", "rate_limit_exceeded", "insufficient_quota" -> 429;
			case "server_error", "api_error" -> 500;
			case "overloaded_error" -> 529;
			default -> 0;
		};
	}

}
