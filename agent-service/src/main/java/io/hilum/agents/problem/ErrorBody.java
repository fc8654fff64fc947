package io.hilum.agents.problem;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * OpenAI's form of an error.
 *
 * @param error the error
 */
public record ErrorBody(Detail error) {

	private static final JsonMapper JSON = JsonMapper.shared();

	/**
	 * Say what went wrong. What is no {@link AgentProblem} is not told, since its message
	 * may quote the request.
	 * @param failure what went wrong
	 * @return the error as JSON
	 */
	public static byte[] of(Throwable failure) {
		Detail detail = (failure instanceof AgentProblem problem)
				? new Detail(String.valueOf(problem.getMessage()), problem.type(), problem.param(), problem.code())
				: new Detail("The agent failed on this request", "server_error", null, "internal_error");
		return JSON.writeValueAsBytes(new ErrorBody(detail));
	}

	/**
	 * The four fields that OpenAI's clients read.
	 */
	record Detail(String message, String type, @Nullable String param, String code) {
	}

}
