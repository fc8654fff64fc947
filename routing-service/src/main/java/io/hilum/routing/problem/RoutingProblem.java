package io.hilum.routing.problem;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Why a request is not answered. Each kind has a stable {@code code}; messages name what
 * was expected and never quote the text of a request.
 */
public sealed interface RoutingProblem {

	/**
	 * The HTTP status.
	 * @return the status
	 */
	int status();

	/**
	 * The kind of the error, as OpenAI names them by status.
	 * @return the type
	 */
	default String type() {
		return switch (status()) {
			case 403 -> "permission_error";
			case 429 -> "rate_limit_error";
			default -> (status() < 500) ? "invalid_request_error" : "api_error";
		};
	}

	/**
	 * The stable code of the error.
	 * @return the code
	 */
	String code();

	/**
	 * What a person reads.
	 * @return the message
	 */
	String message();

	/**
	 * The field of the request that is meant.
	 * @return the field or {@code null}
	 */
	default @Nullable String param() {
		return null;
	}

	/**
	 * Whether and when it makes sense to try again.
	 * @return the time to wait, if trying again may help
	 */
	default Optional<Duration> retryAfter() {
		return Optional.empty();
	}

	/**
	 * The body is not what the API says.
	 */
	record InvalidBody(String message, @Nullable String param) implements RoutingProblem {

		@Override
		public int status() {
			return 400;
		}

		@Override
		public String code() {
			return "invalid_body";
		}

	}

	/**
	 * The body is larger than allowed.
	 */
	record BodyTooLarge(long maxBytes) implements RoutingProblem {

		@Override
		public int status() {
			return 413;
		}

		@Override
		public String code() {
			return "body_too_large";
		}

		@Override
		public String message() {
			return "The body of a request may have at most " + this.maxBytes + " bytes";
		}

	}

	/**
	 * The body does not come.
	 */
	record BodyTooSlow(Duration timeout) implements RoutingProblem {

		@Override
		public int status() {
			return 408;
		}

		@Override
		public String code() {
			return "body_too_slow";
		}

		@Override
		public String message() {
			return "The body of a request must come within " + this.timeout.toSeconds() + " seconds";
		}

	}

	/**
	 * No model of this name is in the catalogue.
	 */
	record ModelUnknown() implements RoutingProblem {

		@Override
		public int status() {
			return 404;
		}

		@Override
		public String code() {
			return "model_not_found";
		}

		@Override
		public String message() {
			return "No model of this name is in the catalogue; GET /v1/models lists those you may use";
		}

		@Override
		public String param() {
			return "model";
		}

	}

	/**
	 * No role of the caller may use the model.
	 */
	record ModelForbidden(String model) implements RoutingProblem {

		@Override
		public int status() {
			return 403;
		}

		@Override
		public String code() {
			return "model_not_allowed";
		}

		@Override
		public String message() {
			return "None of your roles, or not your key, may use the model " + this.model;
		}

		@Override
		public String param() {
			return "model";
		}

	}

	/**
	 * The model asks for a sign-in that the caller does not have. The gateway asks first
	 * and says how to sign in again; this stands behind it.
	 */
	record SignInTooWeak(String model) implements RoutingProblem {

		@Override
		public int status() {
			return 403;
		}

		@Override
		public String code() {
			return "authentication_context_required";
		}

		@Override
		public String message() {
			return "The model " + this.model + " needs a stronger or more recent sign-in. Sign in again";
		}

		@Override
		public String param() {
			return "model";
		}

	}

	/**
	 * It is not known what the service tier costs that the request asks for.
	 */
	record TierNotPriced(String model) implements RoutingProblem {

		@Override
		public int status() {
			return 400;
		}

		@Override
		public String code() {
			return "service_tier_not_priced";
		}

		@Override
		public String message() {
			return "No price is known for this service tier of " + this.model + ". Ask without one, or for default";
		}

		@Override
		public String param() {
			return "service_tier";
		}

	}

	/**
	 * A policy of the catalogue keeps the request from every deployment of the model.
	 *
	 * @param model the model
	 * @param reason what the policy gives as its reason
	 */
	record PolicyDenied(String model, String reason) implements RoutingProblem {

		@Override
		public int status() {
			return 403;
		}

		@Override
		public String code() {
			return "policy_denied";
		}

		@Override
		public String message() {
			return "A policy keeps this request from " + this.model + ": " + this.reason;
		}

	}

	/**
	 * The text may name patients and no deployment may receive it.
	 */
	record NoAgreement(String model) implements RoutingProblem {

		@Override
		public int status() {
			return 403;
		}

		@Override
		public String code() {
			return "no_agreement";
		}

		@Override
		public String message() {
			return "The text is not de-identified, and no deployment of " + this.model
					+ " may receive it: that needs a valid agreement and a role whose policy allows it";
		}

	}

	/**
	 * What was about to leave has something in it that must not.
	 */
	record IdentifierStopped() implements RoutingProblem {

		@Override
		public int status() {
			return 403;
		}

		@Override
		public String code() {
			return "identifier_stopped";
		}

		@Override
		public String message() {
			return "Nothing was sent: something in the text still has the form of an identifier of a person."
					+ " Take numbers of persons, cards and vehicles out and ask again; your administrators can see this";
		}

	}

	/**
	 * The provider that keeps what a request goes on from does not run the model.
	 *
	 * @param model the model
	 */
	record NotHeld(String model) implements RoutingProblem {

		@Override
		public int status() {
			return 400;
		}

		@Override
		public String code() {
			return "previous_response_not_found";
		}

		@Override
		public String message() {
			return "The previous response is kept by a provider that does not run " + this.model
					+ ": ask the model that gave it, or send the conversation as input";
		}

		@Override
		public String param() {
			return "previous_response_id";
		}

	}

	/**
	 * No provider has the response that is asked for.
	 */
	record ResponseUnknown() implements RoutingProblem {

		@Override
		public int status() {
			return 404;
		}

		@Override
		public String code() {
			return "response_not_found";
		}

		@Override
		public String message() {
			return "The provider does not keep this response: it was deleted, it expired or it was never stored";
		}

	}

	/**
	 * A model is asked for more than the catalogue lets it be, by everybody together.
	 *
	 * @param model the model
	 * @param pause how long there is no room for the request
	 */
	record ModelLimited(String model, Duration pause) implements RoutingProblem {

		@Override
		public int status() {
			return 429;
		}

		@Override
		public String code() {
			return "model_rate_limited";
		}

		@Override
		public String message() {
			return "All requests for " + this.model + " together are more than the catalogue allows in a minute";
		}

		@Override
		public Optional<Duration> retryAfter() {
			return Optional.of(this.pause);
		}

	}

	/**
	 * A budget does not cover the request.
	 */
	record BudgetExceeded(String scope, String window) implements RoutingProblem {

		@Override
		public int status() {
			return 429;
		}

		@Override
		public String type() {
			return "insufficient_quota";
		}

		@Override
		public String code() {
			return "budget_exceeded";
		}

		@Override
		public String message() {
			return "The budget of this " + this.window + " for the " + this.scope + " does not cover the request";
		}

	}

	/**
	 * The idempotency key belongs to another request.
	 */
	record KeyReused() implements RoutingProblem {

		@Override
		public int status() {
			return 422;
		}

		@Override
		public String code() {
			return "idempotency_key_reused";
		}

		@Override
		public String message() {
			return "You sent this Idempotency-Key with another request before. Give each request a key of its own";
		}

	}

	/**
	 * The first request with this idempotency key is not answered yet.
	 *
	 * @param pause how long to wait at least
	 */
	record StillAnswered(Duration pause) implements RoutingProblem {

		@Override
		public int status() {
			return 409;
		}

		@Override
		public String code() {
			return "idempotency_in_progress";
		}

		@Override
		public String message() {
			return "The first request with this Idempotency-Key is still being answered. Send it again later";
		}

		@Override
		public Optional<Duration> retryAfter() {
			return Optional.of(this.pause);
		}

	}

	/**
	 * The request was answered, and its answer cannot be given again.
	 */
	record AnswerGone() implements RoutingProblem {

		@Override
		public int status() {
			return 409;
		}

		@Override
		public String code() {
			return "idempotency_answer_gone";
		}

		@Override
		public String message() {
			return "A request with this Idempotency-Key was answered, and its answer is not kept any more or was too long"
					+ " to be kept. To have it answered anew, give it a new key";
		}

	}

	/**
	 * Something that safety depends on is away: nothing is called.
	 */
	record Unavailable(String code, String message) implements RoutingProblem {

		@Override
		public int status() {
			return 503;
		}

		@Override
		public Optional<Duration> retryAfter() {
			return Optional.of(Duration.ofSeconds(1));
		}

	}

	/**
	 * The provider says that the request itself is wrong.
	 */
	record RefusedByProvider(int status, String type, String code, String message,
			@Nullable String param) implements RoutingProblem {

	}

	/**
	 * No deployment answered, though some were asked.
	 */
	record UpstreamFailed(int status, String code, String message,
			Optional<Duration> retryAfter) implements RoutingProblem {

	}

}
