package io.hilum.gateway.arrival;

import java.math.BigDecimal;
import java.time.Duration;

import io.hilum.gateway.problem.GatewayProblem;
import org.jspecify.annotations.Nullable;

/**
 * How long a client waits for an answer as a whole: {@code x-request-timeout} in seconds,
 * with decimals if need be. What is longer than Hilum waits changes nothing.
 */
final class Patience {

	static final String HEADER = "x-request-timeout";

	private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(86_400);

	private static final int MILLI_DIGITS = 3;

	private static final int MOST_CHARACTERS = 12;

	private Patience() {
	}

	static @Nullable Duration parse(@Nullable String header) {
		if (header == null) {
			return null;
		}
		try {
			BigDecimal seconds = new BigDecimal((header.length() <= MOST_CHARACTERS) ? header.strip() : "");
			long millis = seconds.min(MOST_SECONDS).movePointRight(MILLI_DIGITS).longValue();
			if (millis > 0) {
				return Duration.ofMillis(millis);
			}
		}
		catch (NumberFormatException ex) {
			throw invalid();
		}
		throw invalid();
	}

	private static RuntimeException invalid() {
		return new GatewayProblem.Invalid("invalid_timeout", "x-request-timeout must be a number of seconds above 0",
				HEADER)
			.asException();
	}

}
