package io.hilum.rag.problem;

import java.util.Locale;

/**
 * The kinds of problems, with the HTTP status and the type of OpenAI's error form.
 */
public enum ProblemCode {

	/**
	 * The request is not well formed.
	 */
	INVALID_REQUEST(400, "invalid_request_error"),

	/**
	 * The caller may see the collection, but not do this.
	 */
	FORBIDDEN(403, "permission_error"),

	/**
	 * No such collection, or none that the caller may see.
	 */
	COLLECTION_NOT_FOUND(404, "invalid_request_error"),

	/**
	 * No such document in the collection.
	 */
	DOCUMENT_NOT_FOUND(404, "invalid_request_error"),

	/**
	 * There is a collection of this name.
	 */
	COLLECTION_EXISTS(409, "invalid_request_error"),

	/**
	 * A legal hold keeps the conversation that it is attached to.
	 */
	LEGAL_HOLD(409, "invalid_request_error"),

	/**
	 * The file is larger than allowed.
	 */
	DOCUMENT_TOO_LARGE(413, "invalid_request_error"),

	/**
	 * The file is of no format that is read, or is not what it claims to be.
	 */
	UNSUPPORTED_DOCUMENT(415, "invalid_request_error"),

	/**
	 * Too many documents wait to be read.
	 */
	QUEUE_FULL(429, "rate_limit_error"),

	/**
	 * A stored text does not open with the key of its place.
	 */
	INTEGRITY_BROKEN(500, "api_error"),

	/**
	 * Something failed that is not the caller's fault.
	 */
	INTERNAL_ERROR(500, "api_error"),

	/**
	 * The collection or the index is at its configured limit.
	 */
	INDEX_FULL(507, "api_error"),

	/**
	 * The service is starting, or too busy; a later try may work.
	 */
	NOT_READY(503, "api_error"),

	/**
	 * The decision cannot be recorded, so it is not made.
	 */
	AUDIT_UNAVAILABLE(503, "api_error"),

	/**
	 * Whether a legal hold keeps it cannot be told, so nothing is deleted.
	 */
	HOLDS_UNAVAILABLE(503, "api_error"),

	/**
	 * Whoever keeps the keys does not answer, so nothing is opened and nothing is stored.
	 */
	SEALING_UNAVAILABLE(503, "api_error");

	private final int status;

	private final String type;

	ProblemCode(int status, String type) {
		this.status = status;
		this.type = type;
	}

	/**
	 * The HTTP status.
	 * @return the status
	 */
	public int status() {
		return this.status;
	}

	/**
	 * The type in OpenAI's error form.
	 * @return the type
	 */
	public String type() {
		return this.type;
	}

	/**
	 * The code as it is written on the wire.
	 * @return the code in lower case
	 */
	public String wire() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Whether a later try may work.
	 * @return {@code true} for answers that carry {@code Retry-After}
	 */
	public boolean isTransient() {
		return this.status == 503 || this.status == 429;
	}

}
