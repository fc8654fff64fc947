package io.hilum.phi.detect;

/**
 * A detector could not look at a text, so nobody knows what is in it and it goes no
 * further. The message has no word of the text.
 */
public final class DetectionFailedException extends RuntimeException {

	/**
	 * Tell why.
	 * @param message what failed, without a word of the text
	 */
	public DetectionFailedException(String message) {
		super(message);
	}

}
