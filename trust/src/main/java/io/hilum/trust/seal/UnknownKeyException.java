package io.hilum.trust.seal;

/**
 * The keeper has no key of the id that a wrapped key names: another one wrapped it, or it
 * was taken away.
 */
public final class UnknownKeyException extends KeyKeeperException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception.
	 * @param message which key is missing
	 */
	public UnknownKeyException(String message) {
		super(message);
	}

}
