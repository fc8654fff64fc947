package io.hilum.usage.problem;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a request. The code is stable; the message is for people and holds
 * nothing that the caller did not send as a name or a number.
 */
public abstract sealed class UsageProblem extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String code;

	private final @Nullable String param;

	private UsageProblem(String code, String message, @Nullable String param) {
		super(message, null, false, false);
		this.code = code;
		this.param = param;
	}

	/**
	 * The stable code.
	 * @return the code, such as {@code not_found}
	 */
	public String code() {
		return this.code;
	}

	/**
	 * The parameter that is wrong.
	 * @return the name, or {@code null} if no single one is
	 */
	public @Nullable String param() {
		return this.param;
	}

	/**
	 * The request does not say what it must say.
	 */
	public static final class Invalid extends UsageProblem {

		private static final long serialVersionUID = 1L;

		/**
		 * Create a problem.
		 * @param param the parameter that is wrong
		 * @param message what was expected
		 */
		public Invalid(String param, String message) {
			super("invalid_value", message, param);
		}

	}

	/**
	 * The caller may not do this.
	 */
	public static final class Refused extends UsageProblem {

		private static final long serialVersionUID = 1L;

		/**
		 * Create a problem.
		 * @param code the stable code
		 * @param message why
		 */
		public Refused(String code, String message) {
			super(code, message, null);
		}

	}

	/**
	 * There is no such thing, or none that the caller may know of.
	 */
	public static final class NotFound extends UsageProblem {

		private static final long serialVersionUID = 1L;

		/**
		 * Create a problem.
		 * @param message what is not there
		 */
		public NotFound(String message) {
			super("not_found", message, null);
		}

	}

	/**
	 * The request is right, but the service cannot do it now.
	 */
	public static final class Unavailable extends UsageProblem {

		private static final long serialVersionUID = 1L;

		/**
		 * Create a problem.
		 * @param code the stable code
		 * @param message what to do
		 */
		public Unavailable(String code, String message) {
			super(code, message, null);
		}

	}

}
