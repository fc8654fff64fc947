package io.hilum.trust.seal;

/**
 * The keeper of keys did not do what it was asked. What is sealed stays so.
 */
public class KeyKeeperException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception.
	 * @param message what happened, without any key
	 */
	public KeyKeeperException(String message) {
		super(message);
	}

}
