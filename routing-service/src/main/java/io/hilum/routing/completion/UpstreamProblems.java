package io.hilum.routing.completion;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.hilum.routing.answer.ErrorObject;
import io.hilum.routing.health.Outcome;
import io.hilum.routing.problem.RoutingProblem;
import io.hilum.routing.provider.ProviderFailure;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a failure of a provider means: for the health of the deployment, for another
 * attempt, and for the client. Only what a provider says about the client's own request
 * is passed on; our login and its inner troubles are nobody else's matter.
 */
public final class UpstreamProblems {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Set<Integer> ABOUT_THE_REQUEST = Set.of(400, 413, 415, 422);

	private static final Set<Integer> ABOUT_THE_LOGIN_OR_NAME = Set.of(401, 403, 404);

	private static final Set<Integer> OVERLOAD = Set.of(503, 529);

	private static final Set<String> CONTENT_REFUSED = Set.of("content_filter", "content_policy_violation");

	/**
	 * What providers and servers say that have no code for it.
	 */
	private static final List<String> TOO_LONG = List.of("maximum context length", "prompt is too long",
			"input is too long", "too many input tokens", "exceeds the maximum number of tokens");

	private static final int OK = 200;

	private static final byte[] FILTERED = JSON.writeValueAsBytes(Map.of("error", Map.of("code", "content_filter",
			"message", "The provider's content filter cut the answer, and no other model answered")));

	private static final Duration SOON = Duration.ofSeconds(1);

	private UpstreamProblems() {
	}

	static boolean isAboutTheRequest(ProviderFailure failure) {
		return ABOUT_THE_REQUEST.contains(failure.status());
	}

	/**
	 * An answer that its content filter cut, where another model is asked instead.
	 * @return as if the provider had refused the request, but for its status
	 */
	static ProviderFailure filtered() {
		return ProviderFailure.answered(OK, FILTERED, null);
	}

	static Outcome outcome(ProviderFailure failure) {
		boolean ours = isStopped(failure) || isAboutTheRequest(failure) || isContentRefused(failure);
		return ours ? Outcome.IGNORED : Outcome.DROPPED;
	}

	/**
	 * Whether another call may help. A provider that was silent until the deadline may
	 * still be at work, and its answer would be paid twice.
	 * @param failure the failure
	 * @return {@code true} if it may
	 */
	static boolean mayTryAgain(ProviderFailure failure) {
		return failure.kind() != ProviderFailure.Kind.TIMEOUT && !isStopped(failure) && !isAboutTheRequest(failure);
	}

	private static boolean isStopped(ProviderFailure failure) {
		return failure.kind() == ProviderFailure.Kind.STOPPED;
	}

	/**
	 * Whether the same deployment may answer later. Where the login is refused or the
	 * deployment is not known, only another one can.
	 * @param failure the failure
	 * @return {@code true} if it may
	 */
	static boolean mayAskTheSameAgain(ProviderFailure failure) {
		return !ABOUT_THE_LOGIN_OR_NAME.contains(failure.status());
	}

	static boolean isRateLimit(ProviderFailure failure) {
		return failure.status() == 429;
	}

	/**
	 * Whether a deployment has more to do than it can. A limit of the rate with a time to
	 * come again is a quota, and says nothing about calls at once.
	 * @param failure the failure
	 * @return {@code true} if it says so, or is silent
	 */
	static boolean isOverload(ProviderFailure failure) {
		return (isRateLimit(failure) && failure.retryAfter().isEmpty())
				|| failure.kind() == ProviderFailure.Kind.TIMEOUT || OVERLOAD.contains(failure.status());
	}

	/**
	 * Whether a request is longer than the context of the model.
	 * @param failure the failure
	 * @return {@code true} if the provider says so
	 */
	static boolean isTooLong(ProviderFailure failure) {
		if (!isAboutTheRequest(failure)) {
			return false;
		}
		JsonNode error = error(failure.body());
		String message = error.path("message").asString("").toLowerCase(Locale.ROOT);
		return error.path("code").asString("").equals("context_length_exceeded")
				|| TOO_LONG.stream().anyMatch(message::contains);
	}

	/**
	 * Whether a provider's content filter refuses the request.
	 * @param failure the failure
	 * @return {@code true} if the provider says so
	 */
	static boolean isContentRefused(ProviderFailure failure) {
		return (isAboutTheRequest(failure) || failure.status() == OK)
				&& CONTENT_REFUSED.contains(error(failure.body()).path("code").asString(""));
	}

	/**
	 * What the client is told.
	 * @param failure the failure
	 * @return the problem
	 */
	public static RoutingProblem of(ProviderFailure failure) {
		return switch (failure.kind()) {
			case ANSWERED -> answered(failure);
			case UNREACHABLE -> failed(503, "upstream_unavailable", "The provider cannot be reached", SOON);
			case TIMEOUT -> failed(504, "upstream_timeout", "The provider did not answer in time", null);
			case BROKEN ->
				failed(502, "upstream_invalid_answer", "The answer of the provider broke off or is not valid", null);
			case STOPPED -> new RoutingProblem.IdentifierStopped();
		};
	}

	private static RoutingProblem answered(ProviderFailure failure) {
		if (isAboutTheRequest(failure) || isContentRefused(failure)) {
			return refused(failure);
		}
		Duration retryAfter = failure.retryAfter().orElse(SOON);
		return switch (failure.status()) {
			case 429 -> failed(429, "upstream_rate_limited", "The provider limits the rate of requests", retryAfter);
			case 401, 403 -> failed(502, "upstream_login_refused", "The provider refuses the gateway's login", null);
			case 404 -> failed(502, "upstream_not_found", "The provider does not know the deployment", null);
			case 503, 529 -> failed(503, "upstream_overloaded", "The provider is overloaded", retryAfter);
			default -> failed(502, "upstream_error", "The provider failed", null);
		};
	}

	private static RoutingProblem failed(int status, String code, String message, @Nullable Duration retryAfter) {
		return new RoutingProblem.UpstreamFailed(status, code, message, Optional.ofNullable(retryAfter));
	}

	private static RoutingProblem refused(ProviderFailure failure) {
		JsonNode error = error(failure.body());
		return new RoutingProblem.RefusedByProvider(Math.max(400, failure.status()),
				error.path("type").asString("invalid_request_error"),
				error.path("code").asString("refused_by_provider"),
				error.path("message").asString("The provider refuses the request"), error.path("param").asString(null));
	}

	private static JsonNode error(byte[] body) {
		try {
			return ErrorObject.in(JSON.readTree(body));
		}
		catch (JacksonException ex) {
			return JSON.missingNode();
		}
	}

}
