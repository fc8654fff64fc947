package io.hilum.portal.problem;

import org.jspecify.annotations.Nullable;

/**
 * A refusal that the caller is told about. The message never holds what a person or a
 * model wrote.
 */
public final class PortalProblem extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final ProblemCode code;

	private final @Nullable String param;

	private PortalProblem(ProblemCode code, String message, @Nullable String param) {
		super(message, null, false, false);
		this.code = code;
		this.param = param;
	}

	/**
	 * A problem of the request as a whole.
	 * @param code what kind of problem
	 * @param message what was expected and what came
	 * @return the problem
	 */
	public static PortalProblem of(ProblemCode code, String message) {
		return new PortalProblem(code, message, null);
	}

	/**
	 * A problem of one field of the request.
	 * @param code what kind of problem
	 * @param message what was expected and what came
	 * @param param the name of the field
	 * @return the problem
	 */
	public static PortalProblem of(ProblemCode code, String message, String param) {
		return new PortalProblem(code, message, param);
	}

	/**
	 * A field of the request that is wrong.
	 * @param param the name of the field
	 * @param message what was expected
	 * @return the problem
	 */
	public static PortalProblem invalid(String param, String message) {
		return of(ProblemCode.INVALID_REQUEST, message, param);
	}

	/**
	 * What is not there for this caller, whether it exists or not.
	 * @param kind what was asked for, such as {@code conversation}
	 * @return the problem
	 */
	public static PortalProblem notFound(String kind) {
		return of(ProblemCode.NOT_FOUND, "There is no such " + kind);
	}

	/**
	 * What kind of problem.
	 * @return the code
	 */
	public ProblemCode code() {
		return this.code;
	}

	/**
	 * The field of the request that is wrong.
	 * @return its name, or {@code null} when it is the request as a whole
	 */
	public @Nullable String param() {
		return this.param;
	}

}
