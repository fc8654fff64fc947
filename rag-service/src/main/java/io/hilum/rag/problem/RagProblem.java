package io.hilum.rag.problem;

import org.jspecify.annotations.Nullable;

/**
 * A refusal that the caller is told about. The message never holds text of a document or
 * of a question.
 */
public final class RagProblem extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final ProblemCode code;

	private final @Nullable String param;

	private RagProblem(ProblemCode code, String message, @Nullable String param) {
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
	public static RagProblem of(ProblemCode code, String message) {
		return new RagProblem(code, message, null);
	}

	/**
	 * A problem of one field of the request.
	 * @param code what kind of problem
	 * @param message what was expected and what came
	 * @param param the name of the field
	 * @return the problem
	 */
	public static RagProblem of(ProblemCode code, String message, String param) {
		return new RagProblem(code, message, param);
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
