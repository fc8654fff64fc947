package io.hilum.dialects;

/**
 * The provider's dialect cannot say what the client asks. The message names the field and
 * never repeats the client's text.
 */
public final class UntranslatableException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String param;

	/**
	 * Make the exception.
	 * @param param the field in the client's dialect, such as
	 * {@code messages[2].content[0].file}
	 * @param message what cannot be done by whom, for the client
	 */
	public UntranslatableException(String param, String message) {
		super(message, null, false, false);
		this.param = param;
	}

	/**
	 * The field that cannot be translated.
	 * @return its path in the client's dialect
	 */
	public String param() {
		return this.param;
	}

}
