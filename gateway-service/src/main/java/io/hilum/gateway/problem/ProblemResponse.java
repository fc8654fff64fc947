package io.hilum.gateway.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a client gets to see of a problem: the one mapping to status, headers and OpenAI's
 * form of an error.
 *
 * @param status the HTTP status
 * @param headers headers beside the content type
 * @param body the error as JSON
 */
public record ProblemResponse(int status, Map<String, String> headers, byte[] body) {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String INVALID_REQUEST = "invalid_request_error";

	private static final Duration UNAVAILABLE_RETRY = Duration.ofSeconds(1);

	/**
	 * Say how a problem is told.
	 * @param problem the problem
	 * @return the response
	 */
	public static ProblemResponse of(GatewayProblem problem) {
		return switch (problem) {
			case GatewayProblem.Unauthenticated p ->
				of(401, Map.of("www-authenticate", "Bearer"), "authentication_error", p.message(), null, p.code());
			case GatewayProblem.StepUp p -> of(401, Map.of("www-authenticate", Challenge.of(p)), "authentication_error",
					p.message(), null, p.code());
			case GatewayProblem.Forbidden p -> of(403, Map.of(), "permission_error", p.message(), null, p.code());
			case GatewayProblem.NotFound p -> of(404, Map.of(), INVALID_REQUEST, p.message(), null, p.code());
			case GatewayProblem.Invalid p -> of(400, Map.of(), INVALID_REQUEST, p.message(), p.param(), p.code());
			case GatewayProblem.TooLarge p ->
				of(413, Map.of(), INVALID_REQUEST, tooLarge(p.limitBytes()), null, p.code());
			case GatewayProblem.MethodNotAllowed p -> of(405, Map.of("allow", String.join(", ", p.allowed())),
					INVALID_REQUEST, "This path " + methods(p.allowed()), null, p.code());
			case GatewayProblem.UnsupportedMedia p -> of(415, Map.of(), INVALID_REQUEST, p.message(), null, p.code());
			case GatewayProblem.TooManyRequests p ->
				of(429, retry(p.headers(), p.retryAfter()), "rate_limit_error", p.message(), null, p.code());
			case GatewayProblem.Unavailable p ->
				of(503, retry(Map.of(), UNAVAILABLE_RETRY), "service_unavailable_error", p.message(), null, p.code());
			case GatewayProblem.PassedOn p -> new ProblemResponse(p.status(), Map.of(), p.body());
			case GatewayProblem.Internal p -> of(500, Map.of(), "server_error",
					"The gateway failed on this request. If it happens again, tell your administrator the x-request-id",
					null, p.code());
		};
	}

	private static String tooLarge(long limit) {
		return "The body is larger than " + ((limit > 0) ? "the " + limit + " bytes that" : "what")
				+ " this path takes";
	}

	private static String methods(List<String> allowed) {
		return allowed.isEmpty() ? "does not take this method" : "takes " + String.join(" and ", allowed) + " only";
	}

	private static Map<String, String> retry(Map<String, String> headers, Duration after) {
		Map<String, String> all = new TreeMap<>(headers);
		all.put("retry-after", Long.toString(Math.max(1, after.plusMillis(999).toSeconds())));
		all.put("retry-after-ms", Long.toString(Math.max(1, after.toMillis())));
		all.put("x-should-retry", "true");
		return all;
	}

	private static ProblemResponse of(int status, Map<String, String> headers, String type, String message,
			@Nullable String param, String code) {
		byte[] body = JSON.writeValueAsBytes(new ErrorBody(new ErrorDetail(message, type, param, code)));
		return new ProblemResponse(status, headers, body);
	}

	/**
	 * OpenAI's form of an error.
	 */
	private record ErrorBody(ErrorDetail error) {
	}

	/**
	 * The four fields that OpenAI's clients read.
	 */
	private record ErrorDetail(String message, String type, @Nullable String param, String code) {
	}

}
