package io.hilum.dialects.anthropic;

import java.util.Locale;

import io.hilum.dialects.chat.ChatErrors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Anthropic's errors, {@code {"type":"error","error":{"type","message"}}}, in OpenAI's
 * form. The code is OpenAI's where it has one that clients act on, or else Anthropic's
 * type.
 */
final class MessagesErrors {

	private static final String OVERLOADED = "overloaded_error";

	private MessagesErrors() {
	}

	/**
	 * An error in place of an answer.
	 * @param status the HTTP status
	 * @param body what Anthropic, or something before it, said
	 * @return OpenAI's form
	 */
	static ObjectNode of(int status, JsonNode body) {
		JsonNode error = body.path("error");
		String message = error.path("message").asString("");
		return ChatErrors.of(ChatErrors.typeOf(status), code(error.path("type").asString(""), message),
				message.isEmpty() ? MessagesRequest.PROVIDER + " answered with status " + status : message);
	}

	/**
	 * An error in the middle of a stream, where the type has to say what the status
	 * would.
	 * @param event the data of the event
	 * @return OpenAI's form, with {@code overloaded_error} as the type of what is one
	 */
	static ObjectNode inStream(JsonNode event) {
		String type = event.path("error").path("type").asString("");
		ObjectNode form = of(status(type), event);
		if (type.equals(OVERLOADED)) {
			form.withObject("error").put("type", OVERLOADED);
		}
		return form;
	}

	private static int status(String type) {
		return switch (type) {
			case "invalid_request_error", "request_too_large", "conflict_error" -> 400;
			case "authentication_error" -> 401;
			case "permission_error", "billing_error" -> 403;
			case "not_found_error" -> 404;
			case "rate_limit_error" -> 429;
			default -> 500;
		};
	}

	private static String code(String type, String message) {
		String text = message.toLowerCase(Locale.ROOT);
		if (text.contains("prompt is too long") || text.contains("exceed context limit")
				|| text.contains("context window")) {
			return "context_length_exceeded";
		}
		if (text.contains("content filtering policy")) {
			return "content_filter";
		}
		if (type.equals("billing_error") || text.contains("credit balance is too low")) {
			return "insufficient_quota";
		}
		return type.isEmpty() ? "provider_error" : type;
	}

}
