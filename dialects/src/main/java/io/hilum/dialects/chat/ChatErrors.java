package io.hilum.dialects.chat;

import io.hilum.dialects.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Errors in OpenAI's form.
 */
public final class ChatErrors {

	private ChatErrors() {
	}

	/**
	 * An error object.
	 * @param type the kind, such as {@code invalid_request_error}
	 * @param code a word for programs, if there is one
	 * @param message a sentence for people
	 * @return {@code {"error":{"message","type","param","code"}}}
	 */
	public static ObjectNode of(String type, @Nullable String code, String message) {
		ObjectNode body = Json.object();
		body.putObject("error").put("message", message).put("type", type).putNull("param").put("code", code);
		return body;
	}

	/**
	 * OpenAI's type of a status.
	 * @param status an HTTP status of 400 or more
	 * @return the type
	 */
	public static String typeOf(int status) {
		return switch (status) {
			case 401 -> "authentication_error";
			case 403 -> "permission_error";
			case 404 -> "not_found_error";
			case 429 -> "rate_limit_error";
			default -> (status < 500) ? "invalid_request_error" : "server_error";
		};
	}

}
