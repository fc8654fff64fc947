package io.hilum.trust.seal;

/**
 * What was stored does not open: it was changed, moved to another place, or sealed with
 * another key.
 */
public final class SealBrokenException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception.
	 */
	public SealBrokenException() {
		super("sealed content does not belong to its place or was changed");
	}

}
