package io.hilum.gateway.problem;

/**
 * Carries a {@link GatewayProblem} to the place that answers it. It has no stack trace: a
 * refusal is an everyday event, not a mistake.
 */
public final class ProblemException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient GatewayProblem problem;

	ProblemException(GatewayProblem problem) {
		super(problem.code(), null, false, false);
		this.problem = problem;
	}

	/**
	 * The problem.
	 * @return the problem
	 */
	public GatewayProblem problem() {
		return this.problem;
	}

}
