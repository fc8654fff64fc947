package io.hilum.gateway.problem;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.cloud.gateway.support.TimeoutException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;

/**
 * Finds the problem behind an exception. What is not foreseen is
 * {@link GatewayProblem.Internal}, logged with its place but without its message, which
 * may hold text.
 */
public final class Problems {

	private static final Logger logger = LoggerFactory.getLogger(Problems.class);

	private Problems() {
	}

	/**
	 * Find the problem behind an exception.
	 * @param thrown the exception
	 * @return the problem
	 */
	public static GatewayProblem from(Throwable thrown) {
		return switch (thrown) {
			case ProblemException ex -> ex.problem();
			case DataBufferLimitException ex -> new GatewayProblem.TooLarge(0);
			case MethodNotAllowedException ex -> new GatewayProblem.MethodNotAllowed(
					ex.getSupportedMethods().stream().map(HttpMethod::name).sorted().toList());
			case TimeoutException ex -> unavailable();
			case ResponseStatusException ex -> from(ex);
			case WebClientRequestException ex -> unavailable();
			case java.net.ConnectException ex -> unavailable();
			case java.util.concurrent.TimeoutException ex -> unavailable();
			default -> internal(thrown);
		};
	}

	private static GatewayProblem from(ResponseStatusException thrown) {
		return switch (thrown.getStatusCode().value()) {
			case 400 ->
				new GatewayProblem.Invalid("invalid_request", "The request is not valid HTTP for this path", null);
			case 404 -> new GatewayProblem.NotFound("not_found",
					"There is nothing at this path. OpenAI's paths begin with /v1, Azure's with /openai, Anthropic's with /v1/messages");
			case 405 -> new GatewayProblem.MethodNotAllowed(List.of());
			case 413 -> new GatewayProblem.TooLarge(0);
			case 415 -> new GatewayProblem.UnsupportedMedia("Send the body as application/json");
			case 502, 503, 504 -> unavailable();
			default -> internal(thrown);
		};
	}

	private static GatewayProblem unavailable() {
		return new GatewayProblem.Unavailable("service_unavailable",
				"A service behind the gateway does not answer. Try again shortly");
	}

	private static GatewayProblem internal(Throwable thrown) {
		logger.error("Request failed", withoutMessages(thrown));
		return new GatewayProblem.Internal();
	}

	private static Throwable withoutMessages(Throwable thrown) {
		IllegalStateException place = new IllegalStateException(thrown.getClass().getName());
		place.setStackTrace(thrown.getStackTrace());
		return place;
	}

}
