package io.hilum.portal.problem;

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
	 * The caller may see it, but not do this.
	 */
	FORBIDDEN(403, "permission_error"),

	/**
	 * There is no such thing, or it belongs to somebody else.
	 */
	NOT_FOUND(404, "invalid_request_error"),

	/**
	 * There are as many as there may be.
	 */
	TOO_MANY(409, "invalid_request_error"),

	/**
	 * The conversation has as many messages as it may have.
	 */
	CONVERSATION_FULL(409, "invalid_request_error"),

	/**
	 * Another message has this id.
	 */
	MESSAGE_EXISTS(409, "invalid_request_error"),

	/**
	 * There is or was a hold of this matter.
	 */
	MATTER_EXISTS(409, "invalid_request_error"),

	/**
	 * A legal hold keeps it.
	 */
	LEGAL_HOLD(409, "invalid_request_error"),

	/**
	 * The message is longer than allowed.
	 */
	MESSAGE_TOO_LONG(413, "invalid_request_error"),

	/**
	 * What was asked for is larger than what is answered at once.
	 */
	TOO_LARGE(413, "invalid_request_error"),

	/**
	 * A stored text does not open with the key of its place.
	 */
	INTEGRITY_BROKEN(500, "api_error"),

	/**
	 * Something failed that is not the caller's fault.
	 */
	INTERNAL_ERROR(500, "api_error"),

	/**
	 * The database does not answer.
	 */
	STORE_UNAVAILABLE(503, "api_error"),

	/**
	 * The decision cannot be recorded, so it is not made.
	 */
	AUDIT_UNAVAILABLE(503, "api_error"),

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
		return this.status == 503;
	}

}
