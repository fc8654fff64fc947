package io.hilum.usage.transaction;

/**
 * The store works but will never take these data, so trying again is of no use.
 */
public class DataRefusedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception.
	 * @param cause what the store said
	 */
	public DataRefusedException(Throwable cause) {
		super("the store refuses these data", cause);
	}

}
