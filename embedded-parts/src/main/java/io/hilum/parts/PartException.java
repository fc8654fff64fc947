package io.hilum.parts;

import org.jspecify.annotations.Nullable;

/**
 * A part could not be started, reached or stopped. The message is one line a user can act
 * on.
 */
public final class PartException extends RuntimeException {

	public PartException(String message) {
		super(message);
	}

	public PartException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
