package io.hilum.gateway.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Why a request is not served. Messages are for the client's developer and never repeat
 * what the client wrote but for names that the client chose as names.
 */
public sealed interface GatewayProblem {

	/**
	 * The stable code, which clients and the audit see.
	 * @return the code
	 */
	String code();

	/**
	 * Nobody knows who asks.
	 *
	 * @param code what the client learns
	 * @param message what to do about it
	 * @param reason what only the audit learns
	 */
	record Unauthenticated(String code, String message, String reason) implements GatewayProblem {
	}

	/**
	 * The caller is known and may not do this.
	 *
	 * @param code the stable code
	 * @param message what is missing
	 */
	record Forbidden(String code, String message) implements GatewayProblem {
	}

	/**
	 * The caller is known and has to sign in again, and better.
	 *
	 * @param code the stable code
	 * @param message how
	 * @param contexts in one of which authentication contexts; empty = in any
	 * @param maxAge how long ago at most
	 * @param asClaims whether the client understands Entra ID's claims challenge rather
	 * than RFC 9470
	 */
	record StepUp(String code, String message, List<String> contexts, @Nullable Duration maxAge,
			boolean asClaims) implements GatewayProblem {

		public StepUp {
			contexts = List.copyOf(contexts);
		}

	}

	/**
	 * There is no such thing for this caller.
	 *
	 * @param code the stable code
	 * @param message what was looked for
	 */
	record NotFound(String code, String message) implements GatewayProblem {
	}

	/**
	 * The request cannot be understood, or must not be.
	 *
	 * @param code the stable code
	 * @param message what was expected
	 * @param param the field at fault
	 */
	record Invalid(String code, String message, @Nullable String param) implements GatewayProblem {
	}

	/**
	 * The body is larger than this gateway reads.
	 *
	 * @param limitBytes the limit
	 */
	record TooLarge(long limitBytes) implements GatewayProblem {

		@Override
		public String code() {
			return "request_too_large";
		}

	}

	/**
	 * The path exists, but not with this method.
	 *
	 * @param allowed the methods it has
	 */
	record MethodNotAllowed(List<String> allowed) implements GatewayProblem {

		@Override
		public String code() {
			return "method_not_allowed";
		}

	}

	/**
	 * The body is not JSON in UTF-8 as it is.
	 *
	 * @param message what was expected
	 */
	record UnsupportedMedia(String message) implements GatewayProblem {

		@Override
		public String code() {
			return "unsupported_media_type";
		}

	}

	/**
	 * The caller is too fast.
	 *
	 * @param code the stable code
	 * @param message which limit was met
	 * @param retryAfter when it is worth to try again
	 * @param headers the state of the limit as headers
	 */
	record TooManyRequests(String code, String message, Duration retryAfter,
			Map<String, String> headers) implements GatewayProblem {
	}

	/**
	 * A part that safety depends on does not answer.
	 *
	 * @param code the stable code
	 * @param message which part
	 */
	record Unavailable(String code, String message) implements GatewayProblem {
	}

	/**
	 * Another service refused, and its answer is passed on as it is.
	 *
	 * @param code the code of the error for the audit
	 * @param status its status
	 * @param body its body
	 */
	record PassedOn(String code, int status, byte[] body) implements GatewayProblem {
	}

	/**
	 * A mistake of this gateway.
	 */
	record Internal() implements GatewayProblem {

		@Override
		public String code() {
			return "internal_error";
		}

	}

	/**
	 * This problem as something to throw.
	 * @return an exception without a stack trace
	 */
	default ProblemException asException() {
		return new ProblemException(this);
	}

}
