package io.hilum.trust.context;

/**
 * A context that must not be believed. The message names the reason and never the token.
 */
public class InvalidContextException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	InvalidContextException(String reason) {
		super(reason);
	}

}
