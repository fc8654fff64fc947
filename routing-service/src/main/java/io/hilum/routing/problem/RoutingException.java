package io.hilum.routing.problem;

/**
 * Carries a {@link RoutingProblem} to the place where it becomes a response. Without a
 * stack trace, since it says what the caller did or what is away, not where a fault is.
 */
public final class RoutingException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient RoutingProblem problem;

	public RoutingException(RoutingProblem problem) {
		super(problem.code(), null, false, false);
		this.problem = problem;
	}

	/**
	 * The problem.
	 * @return the problem
	 */
	public RoutingProblem problem() {
		return this.problem;
	}

}
