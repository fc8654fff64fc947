package io.hilum.phi.scrub.web;

/**
 * A {@link ScrubProblem} on its way to the caller. It has no stack trace, since it is an
 * answer and no failure.
 */
class ScrubProblemException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient ScrubProblem problem;

	ScrubProblemException(ScrubProblem problem) {
		super(problem.code(), null, false, false);
		this.problem = problem;
	}

	ScrubProblem problem() {
		return this.problem;
	}

}
