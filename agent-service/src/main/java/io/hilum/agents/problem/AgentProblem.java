package io.hilum.agents.problem;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A refusal that the caller is told about, in OpenAI's form. The message never holds text
 * of a request, of a tool or of a model.
 */
public final class AgentProblem extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private static final String INVALID = "invalid_request_error";

	private final int status;

	private final String type;

	private final String code;

	private final @Nullable String param;

	private final transient Map<String, String> headers;

	private AgentProblem(int status, String type, String code, String message, @Nullable String param,
			Map<String, String> headers) {
		super(message, null, false, false);
		this.status = status;
		this.type = type;
		this.code = code;
		this.param = param;
		this.headers = Map.copyOf(headers);
	}

	/**
	 * The request is not well formed.
	 * @param message what was expected
	 * @param param the field at fault
	 * @return the problem
	 */
	public static AgentProblem invalid(String message, @Nullable String param) {
		return new AgentProblem(400, INVALID, "invalid_request", message, param, Map.of());
	}

	/**
	 * The request is larger than is read.
	 * @param bytes the most that is read
	 * @return the problem
	 */
	public static AgentProblem tooLarge(long bytes) {
		return new AgentProblem(413, INVALID, "request_too_large",
				"The request has more than " + bytes + " bytes, the most that an agent reads", null, Map.of());
	}

	/**
	 * There is no such agent.
	 * @return the problem
	 */
	public static AgentProblem unknownAgent() {
		return new AgentProblem(404, INVALID, "model_not_found", "There is no agent of this name", "model", Map.of());
	}

	/**
	 * A run has reached one of its bounds. Nobody should simply try again.
	 * @param code the code of the bound
	 * @param message what it is and what can be done
	 * @return the problem
	 */
	public static AgentProblem bound(String code, String message) {
		return new AgentProblem(422, INVALID, code, message, null, Map.of("x-should-retry", "false"));
	}

	/**
	 * There is no such run, or it is somebody else's.
	 * @return the problem
	 */
	public static AgentProblem unknownRun() {
		return new AgentProblem(404, INVALID, "run_not_found", "There is no run of this id", null, Map.of());
	}

	/**
	 * Somebody who may ended the run.
	 * @return the problem
	 */
	public static AgentProblem cancelled() {
		return new AgentProblem(409, INVALID, "run_cancelled", "The run was cancelled", null,
				Map.of("x-should-retry", "false"));
	}

	/**
	 * What is asked of a run does not fit how it stands.
	 * @param code a stable name of the reason
	 * @param message what it is and what can be done
	 * @return the problem
	 */
	public static AgentProblem conflict(String code, String message) {
		return new AgentProblem(409, INVALID, code, message, null, Map.of("x-should-retry", "false"));
	}

	/**
	 * The caller may not do this to the run.
	 * @param code a stable name of the reason
	 * @param message who may
	 * @return the problem
	 */
	public static AgentProblem forbidden(String code, String message) {
		return new AgentProblem(403, "permission_error", code, message, null, Map.of());
	}

	/**
	 * As many runs are under way as this process takes.
	 * @return the problem
	 */
	public static AgentProblem busy() {
		return new AgentProblem(503, "service_unavailable_error", "agents_busy",
				"As many runs are under way as this service takes. Try again shortly", null,
				Map.of("retry-after", "2"));
	}

	/**
	 * What the run depends on does not answer, or not as it should.
	 * @param message what
	 * @return the problem
	 */
	public static AgentProblem unavailable(String message) {
		return new AgentProblem(503, "service_unavailable_error", "agents_unavailable", message, null,
				Map.of("retry-after", "2"));
	}

	/**
	 * The gateway refused a step, and the client is told as it would have been.
	 * @param status its status
	 * @param type its type
	 * @param code its code
	 * @param message its message
	 * @param headers what it says of trying again
	 * @return the problem
	 */
	public static AgentProblem passedOn(int status, String type, String code, String message,
			Map<String, String> headers) {
		return new AgentProblem(status, type, code, message, null, headers);
	}

	/**
	 * The HTTP status.
	 * @return the status
	 */
	public int status() {
		return this.status;
	}

	/**
	 * The type in OpenAI's form.
	 * @return the type
	 */
	public String type() {
		return this.type;
	}

	/**
	 * The stable code.
	 * @return the code
	 */
	public String code() {
		return this.code;
	}

	/**
	 * The field at fault.
	 * @return its name, or {@code null}
	 */
	public @Nullable String param() {
		return this.param;
	}

	/**
	 * Headers that go with it.
	 * @return names and values
	 */
	public Map<String, String> headers() {
		return this.headers;
	}

}
