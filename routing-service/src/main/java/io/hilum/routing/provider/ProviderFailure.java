package io.hilum.routing.provider;

import java.time.Duration;
import java.util.Optional;

import io.hilum.dialects.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Why a provider gave no answer, or no whole one. Without a stack trace and without the
 * provider's text, but for what a client may be told about its own request.
 */
public final class ProviderFailure extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Kind kind;

	private final int status;

	private final transient byte @Nullable [] body;

	private final transient @Nullable Duration retryAfter;

	private ProviderFailure(Kind kind, int status, byte @Nullable [] body, @Nullable Duration retryAfter) {
		super(kind.name(), null, false, false);
		this.kind = kind;
		this.status = status;
		this.body = body;
		this.retryAfter = retryAfter;
	}

	/**
	 * The provider answered with another status than success.
	 * @param status the HTTP status
	 * @param body what it said
	 * @param retryAfter when it wants to be asked again, if it said so
	 * @return the failure
	 */
	public static ProviderFailure answered(int status, byte[] body, @Nullable Duration retryAfter) {
		return new ProviderFailure(Kind.ANSWERED, status, body, retryAfter);
	}

	/**
	 * The provider was not asked, because its dialect cannot say what the client wants.
	 * @param param the field that it cannot say
	 * @param message what cannot be done, without the client's text
	 * @return the failure, as if the provider had refused the request
	 */
	public static ProviderFailure untranslatable(String param, @Nullable String message) {
		ObjectNode body = Json.object();
		body.putObject("error")
			.put("message", message)
			.put("type", "invalid_request_error")
			.put("param", param)
			.put("code", "unsupported_by_provider");
		return answered(400, Json.write(body), null);
	}

	/**
	 * The provider gave no answer.
	 * @param kind why
	 * @return the failure
	 */
	public static ProviderFailure of(Kind kind) {
		return new ProviderFailure(kind, 0, null, null);
	}

	/**
	 * The kind of the failure.
	 * @return the kind
	 */
	public Kind kind() {
		return this.kind;
	}

	/**
	 * The HTTP status, if it answered.
	 * @return the status or 0
	 */
	public int status() {
		return this.status;
	}

	/**
	 * What the provider said, if it answered.
	 * @return the body, empty if there is none
	 */
	public byte[] body() {
		return (this.body != null) ? this.body : new byte[0];
	}

	/**
	 * When the provider wants to be asked again.
	 * @return the time to wait, if it said so
	 */
	public Optional<Duration> retryAfter() {
		return Optional.ofNullable(this.retryAfter);
	}

	/**
	 * Why there is no answer.
	 */
	public enum Kind {

		/**
		 * It answered, but not with success.
		 */
		ANSWERED,

		/**
		 * No connection: refused, reset before the answer, no such host, or the pool is
		 * exhausted. The provider has most likely seen nothing.
		 */
		UNREACHABLE,

		/**
		 * It did not answer, or stopped to, within the time allowed.
		 */
		TIMEOUT,

		/**
		 * The answer broke off, is too long or is not what the dialect says.
		 */
		BROKEN,

		/**
		 * It was not asked: what would have left must not.
		 */
		STOPPED

	}

}
