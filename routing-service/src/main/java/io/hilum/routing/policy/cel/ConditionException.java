package io.hilum.routing.policy.cel;

/**
 * A condition that is no condition.
 */
public final class ConditionException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int line;

	ConditionException(int line, String message) {
		super(message);
		this.line = line;
	}

	/**
	 * The line of the condition's text.
	 * @return the line, from one
	 */
	public int line() {
		return this.line;
	}

}
