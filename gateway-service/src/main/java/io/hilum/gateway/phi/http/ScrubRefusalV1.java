package io.hilum.gateway.phi.http;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The refusal of {@code scrub}.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ScrubRefusalV1(Detail error, Map<String, Integer> counts) {

	ScrubRefusalV1 {
		error = Objects.requireNonNullElse(error, new Detail("", ""));
		counts = Objects.requireNonNullElse(counts, Map.of());
	}

	/**
	 * What went wrong.
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Detail(String message, String code) {

		Detail {
			message = Objects.requireNonNullElse(message, "");
			code = Objects.requireNonNullElse(code, "");
		}

	}

}
