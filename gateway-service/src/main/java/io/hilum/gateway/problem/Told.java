package io.hilum.gateway.problem;

import java.nio.charset.StandardCharsets;

import tools.jackson.databind.json.JsonMapper;

/**
 * What a client would be told of a problem.
 *
 * @param status the HTTP status
 * @param code the stable code
 * @param message what a person reads
 */
public record Told(int status, String code, String message) {

	private static final JsonMapper JSON = JsonMapper.shared();

	/**
	 * Say what a client would be told.
	 * @param problem the problem
	 * @return the same as a response to it has
	 */
	public static Told of(GatewayProblem problem) {
		ProblemResponse response = ProblemResponse.of(problem);
		String body = new String(response.body(), StandardCharsets.UTF_8);
		return new Told(response.status(), problem.code(), JSON.readTree(body).at("/error/message").asString(""));
	}

}
