package io.hilum.quickstart.machine;

/**
 * This machine cannot run the suite as things are. The message is what the user reads:
 * one line per reason, each with what to do.
 */
public final class NotReadyException extends RuntimeException {

	public NotReadyException(String message) {
		super(message);
	}

}
