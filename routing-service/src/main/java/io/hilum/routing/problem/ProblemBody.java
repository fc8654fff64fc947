package io.hilum.routing.problem;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A problem in the form in which OpenAI's clients expect errors.
 */
public final class ProblemBody {

	private static final JsonMapper JSON = JsonMapper.shared();

	private ProblemBody() {
	}

	/**
	 * The body of an error response.
	 * @param problem the problem
	 * @return the body, as UTF-8
	 */
	public static byte[] of(RoutingProblem problem) {
		Map<String, @Nullable String> error = new LinkedHashMap<>();
		error.put("message", problem.message());
		error.put("type", problem.type());
		error.put("param", problem.param());
		error.put("code", problem.code());
		return JSON.writeValueAsBytes(Map.of("error", error));
	}

	/**
	 * The event that ends a stream after its first byte.
	 * @param problem the problem
	 * @return the server-sent event, as UTF-8
	 */
	public static byte[] event(RoutingProblem problem) {
		String json = new String(of(problem), StandardCharsets.UTF_8);
		return ("data: " + json + "\n\n").getBytes(StandardCharsets.UTF_8);
	}

}
