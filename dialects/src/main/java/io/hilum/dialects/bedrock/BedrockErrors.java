package io.hilum.dialects.bedrock;

import java.util.Locale;

import io.hilum.dialects.chat.ChatErrors;
import io.hilum.dialects.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bedrock's errors in OpenAI's form. Which exception it was says {@code __type}, or else
 * the status, which Bedrock gives to one exception each, but for 400 and 429.
 */
final class BedrockErrors {

	private BedrockErrors() {
	}

	/**
	 * An answer that is no success.
	 * @param status the HTTP status
	 * @param body {@code {"message"}} or, from the gate before the service,
	 * {@code {"Message"}}; maybe no JSON
	 */
	static ObjectNode answered(int status, byte[] body) {
		JsonNode read = Json.readLeniently(body);
		String message = message(read, "Amazon Bedrock answered " + status);
		String code = (status == 400 && isTooLong(message)) ? "context_length_exceeded" : codeOf(status, read);
		return ChatErrors.of(ChatErrors.typeOf(status), code, message);
	}

	/**
	 * An exception inside a stream.
	 * @param exception its name, such as {@code throttlingException}
	 * @param message what it says
	 */
	static ObjectNode streamed(String exception, @Nullable String message) {
		int status = switch (exception.toLowerCase(Locale.ROOT)) {
			case "throttlingexception" -> 429;
			case "validationexception" -> 400;
			default -> 500;
		};
		String said = (message != null) ? message : "Amazon Bedrock broke the stream off";
		String code = (status == 400 && isTooLong(said)) ? "context_length_exceeded" : exception;
		return ChatErrors.of(ChatErrors.typeOf(status), code, said);
	}

	static String message(JsonNode body, String otherwise) {
		for (String name : new String[] { "message", "Message", "errorMessage", "originalMessage" }) {
			if (!body.path(name).asString("").isBlank()) {
				return body.path(name).asString();
			}
		}
		return otherwise;
	}

	private static @Nullable String codeOf(int status, JsonNode body) {
		String type = body.path("__type").asString("");
		if (!type.isEmpty()) {
			return type.substring(type.lastIndexOf('#') + 1);
		}
		return switch (status) {
			case 400 -> "ValidationException";
			case 403 -> "AccessDeniedException";
			case 404 -> "ResourceNotFoundException";
			case 408 -> "ModelTimeoutException";
			case 424 -> "ModelErrorException";
			case 429 -> "ThrottlingException";
			case 500 -> "InternalServerException";
			case 503 -> "ServiceUnavailableException";
			default -> null;
		};
	}

	private static boolean isTooLong(String message) {
		String said = message.toLowerCase(Locale.ROOT);
		return said.contains("too long") || said.contains("too many input tokens") || said.contains("context length")
				|| said.contains("context limit") || said.contains("maximum context");
	}

}
