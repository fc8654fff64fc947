package io.hilum.gateway.problem;

import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells an error of OpenAI's form in Anthropic's, with its types (API reference,
 * "Errors"). Pure.
 */
public final class AnthropicError {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String ERROR = "error";

	private static final String INVALID_REQUEST = "invalid_request_error";

	private static final String API_ERROR = "api_error";

	private static final String OVERLOADED = "overloaded_error";

	private static final Set<String> TYPES = Set.of(INVALID_REQUEST, "authentication_error", "billing_error",
			"permission_error", "not_found_error", "request_too_large", "rate_limit_error", "timeout_error", API_ERROR,
			OVERLOADED);

	private AnthropicError() {
	}

	/**
	 * Tell the error of a whole answer.
	 * @param status the HTTP status
	 * @param error the error in OpenAI's form, or whatever came in its place
	 * @param requestId the id of the request
	 * @return the error in Anthropic's form
	 */
	public static byte[] of(int status, byte[] error, String requestId) {
		return write(typeOf(status), detail(error), requestId);
	}

	/**
	 * Tell an error that comes within a stream, where there is no status.
	 * @param error the error in OpenAI's form
	 * @param requestId the id of the request
	 * @return the error in Anthropic's form
	 */
	public static byte[] ofEvent(byte[] error, String requestId) {
		JsonNode detail = detail(error);
		String type = detail.path("type").asString("");
		return write(TYPES.contains(type) ? type : type.equals("service_unavailable_error") ? OVERLOADED : API_ERROR,
				detail, requestId);
	}

	private static String typeOf(int status) {
		return switch (status) {
			case 401 -> "authentication_error";
			case 402 -> "billing_error";
			case 403 -> "permission_error";
			case 404 -> "not_found_error";
			case 413 -> "request_too_large";
			case 429 -> "rate_limit_error";
			case 503, 529 -> OVERLOADED;
			case 504 -> "timeout_error";
			default -> (status >= 500) ? API_ERROR : INVALID_REQUEST;
		};
	}

	private static JsonNode detail(byte[] error) {
		try {
			return JSON.readTree(error).path(ERROR);
		}
		catch (JacksonException ex) {
			return JSON.missingNode();
		}
	}

	private static byte[] write(String type, JsonNode detail, String requestId) {
		String message = detail.path("message").asString("The request was not served");
		String param = detail.path("param").asString("");
		String told = (param.isEmpty() || message.contains(param)) ? message : param + ": " + message;
		return JSON.writeValueAsBytes(new Envelope(ERROR, new Detail(type, told), requestId));
	}

	/**
	 * Anthropic's form of an error.
	 */
	private record Envelope(String type, Detail error, @JsonProperty("request_id") String requestId) {
	}

	/**
	 * What went wrong.
	 */
	private record Detail(String type, String message) {
	}

}
