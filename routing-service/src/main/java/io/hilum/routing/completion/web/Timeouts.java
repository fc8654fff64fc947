package io.hilum.routing.completion.web;

import java.time.Duration;

import io.hilum.routing.problem.RoutingException;
import io.hilum.routing.problem.RoutingProblem;
import org.jspecify.annotations.Nullable;

/**
 * How long the caller waits: {@code Hilum-Timeout-Ms}, whole milliseconds. The gateway
 * sends what is left of the time of its own client.
 */
final class Timeouts {

	static final String HEADER = "Hilum-Timeout-Ms";

	private Timeouts() {
	}

	static @Nullable Duration parse(@Nullable String header) {
		if (header == null) {
			return null;
		}
		try {
			long millis = Integer.parseInt(header.strip());
			if (millis > 0) {
				return Duration.ofMillis(millis);
			}
		}
		catch (NumberFormatException ex) {
			throw invalid();
		}
		throw invalid();
	}

	private static RoutingException invalid() {
		return new RoutingException(
				new RoutingProblem.InvalidBody("The header " + HEADER + " must be milliseconds above zero", null));
	}

}
