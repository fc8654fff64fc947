package io.hilum.rag.document;

import java.util.Locale;

/**
 * Why a document did not become ready.
 */
public enum FailureReason {

	/**
	 * It is damaged, or not what it claims to be.
	 */
	UNREADABLE,

	/**
	 * It needs a password.
	 */
	ENCRYPTED,

	/**
	 * It unpacks to more than is allowed, holds macros, or took more memory than allowed.
	 */
	UNSAFE,

	/**
	 * It has more text than allowed.
	 */
	TOO_LONG,

	/**
	 * It has more pages than allowed.
	 */
	TOO_MANY_PAGES,

	/**
	 * It took longer to read than allowed.
	 */
	TIME_LIMIT,

	/**
	 * It has no text; scanned pages are not recognised.
	 */
	NO_TEXT,

	/**
	 * Its passages could not be turned into vectors.
	 */
	EMBEDDING_FAILED,

	/**
	 * Each attempt was cut off.
	 */
	INTERRUPTED;

	/**
	 * The reason as it is stored and written on the wire.
	 * @return the name in lower case
	 */
	public String wire() {
		return name().toLowerCase(Locale.ROOT);
	}

}
