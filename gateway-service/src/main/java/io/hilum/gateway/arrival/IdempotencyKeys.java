package io.hilum.gateway.arrival;

import java.util.List;

import io.hilum.gateway.problem.GatewayProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * What a client calls a request that it may send again: {@code Idempotency-Key}, taken as
 * it is, with or without the quotes of draft-ietf-httpapi-idempotency-key-header.
 */
final class IdempotencyKeys {

	static final String HEADER = "Idempotency-Key";

	private static final int LONGEST = 255;

	private IdempotencyKeys() {
	}

	/**
	 * Read the header.
	 * @param headers the headers of a request
	 * @return the key, or {@code null} if there is none
	 */
	static @Nullable String parse(HttpHeaders headers) {
		List<String> keys = headers.getOrEmpty(HEADER);
		if (keys.isEmpty()) {
			return null;
		}
		String key = keys.getFirst();
		if (keys.size() > 1 || key.isEmpty() || key.length() > LONGEST
				|| !key.chars().allMatch((sign) -> sign > ' ' && sign < 0x7F)) {
			throw new GatewayProblem.Invalid("invalid_idempotency_key", "Idempotency-Key must be given once, with 1 to "
					+ LONGEST + " visible ASCII characters and no blanks, a UUID for example", null)
				.asException();
		}
		return key;
	}

}
