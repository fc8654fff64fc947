package io.hilum.dialects;

/**
 * An answer is not what the provider's dialect says. Without any of its text.
 */
public final class BrokenAnswerException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Make the exception.
	 * @param message what is wrong, without a word of the answer
	 */
	public BrokenAnswerException(String message) {
		super(message, null, false, false);
	}

}
