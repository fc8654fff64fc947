package io.hilum.routing.provider.google;

import java.time.Duration;

import io.hilum.dialects.json.Json;
import io.hilum.routing.provider.http.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Google says in the body of an error and not in its head: when to come again
 * ({@code google.rpc.RetryInfo}), and that a key is wrong, which has the status of a
 * wrong request.
 */
final class GoogleRefusals {

	private static final Duration LONGEST = Duration.ofHours(1);

	private GoogleRefusals() {
	}

	static Refusal of(Refusal told) {
		JsonNode read = Json.readLeniently(told.body());
		JsonNode error = (read.isArray() ? read.path(0) : read).path("error");
		int status = told.status();
		Duration retryAfter = told.retryAfter();
		for (JsonNode detail : error.path("details")) {
			status = detail.path("reason").asString("").equals("API_KEY_INVALID") ? 401 : status;
			retryAfter = (retryAfter != null) ? retryAfter : delay(detail.path("retryDelay").asString(""));
		}
		return new Refusal(status, retryAfter, told.body());
	}

	/**
	 * A duration as JSON writes it for protocol buffers, such as {@code 3.5s}.
	 */
	private static @Nullable Duration delay(String text) {
		if (!text.matches("\\d{1,9}(\\.\\d{1,9})?s")) {
			return null;
		}
		double seconds = Double.parseDouble(text.substring(0, text.length() - 1));
		Duration delay = Duration.ofMillis((long) (seconds * 1000));
		return (delay.compareTo(LONGEST) < 0) ? delay : LONGEST;
	}

}
