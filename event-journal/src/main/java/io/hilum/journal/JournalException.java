package io.hilum.journal;

/**
 * The journal could not keep an entry: the caller must not go on as if it were recorded.
 */
public class JournalException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	JournalException(String message, Throwable cause) {
		super(message, cause);
	}

	JournalException(String message) {
		super(message);
	}

}
