package io.hilum.routing.simulation;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import io.hilum.routing.body.Endpoint;
import io.hilum.routing.problem.RoutingException;
import io.hilum.routing.problem.RoutingProblem;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.context.SignIn;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request that is only supposed: everything that is decided by, and no text.
 *
 * @param endpoint the operation, by its name in usage events
 * @param model the model
 * @param stream whether the answer is to be streamed
 * @param maxTokens the most tokens of the answer, {@code null} if the request does not
 * say
 * @param serviceTier the service tier of providers, {@code null} for none
 * @param requestBytes how long its body is
 * @param caller who asks
 * @param at when it comes, {@code null} for now
 * @param allWell whether all deployments are taken to be well
 */
@JsonNaming(SnakeCaseStrategy.class)
record Supposed(String endpoint, String model, boolean stream, @Nullable Integer maxTokens,
		@Nullable String serviceTier, int requestBytes, Who caller, @Nullable Instant at, boolean allWell) {

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	/**
	 * Read a request.
	 * @param json the request
	 * @return what it says
	 * @throws RoutingException if it is not what the contract says
	 */
	static Supposed read(byte[] json) {
		try {
			Supposed read = JSON.readValue(json, Supposed.class);
			if (read != null && read.isComplete()) {
				return read;
			}
		}
		catch (JacksonException ex) {
			// What it quotes is not needed to find the mistake.
		}
		throw invalid("Expected what the contract calls a supposed request: endpoint, model and caller at least", null);
	}

	@SuppressWarnings("NullAway")
	private boolean isComplete() {
		return this.endpoint != null && this.model != null && !this.model.isBlank() && this.caller != null
				&& this.caller.isComplete() && this.requestBytes >= 0;
	}

	Endpoint operation() {
		return Arrays.stream(Endpoint.values())
			.filter((one) -> one.eventName().equals(this.endpoint))
			.findFirst()
			.orElseThrow(() -> invalid("There is no such operation", "endpoint"));
	}

	static RoutingException invalid(String message, @Nullable String param) {
		return new RoutingException(new RoutingProblem.InvalidBody(message, param));
	}

	/**
	 * Who asks.
	 *
	 * @param subject the person or workload
	 * @param roles the roles in which the gateway lets the request through
	 * @param team the team that pays
	 * @param application the application, if there is one
	 * @param keyId the Hilum key, if there is one
	 * @param purpose the purpose of use
	 * @param phi the state of the text
	 * @param network the address of the client
	 * @param signIn how the caller signed in
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	record Who(String subject, List<String> roles, String team, @Nullable String application, @Nullable String keyId,
			String purpose, PhiState phi, @Nullable String network, @Nullable How signIn) {

		@SuppressWarnings("NullAway")
		private boolean isComplete() {
			return this.subject != null && !this.subject.isBlank() && this.roles != null && !this.roles.isEmpty()
					&& this.team != null && this.purpose != null && this.phi != null;
		}

		ServiceContext context(String requestId) {
			ServiceContext context = new ServiceContext(requestId, this.subject, this.roles, this.team,
					this.application, this.keyId, this.purpose, this.phi, "none", requestId);
			ServiceContext placed = (this.network != null) ? context.withNetwork(this.network) : context;
			return (this.signIn != null) ? placed.withSignIn(this.signIn.toSignIn()) : placed;
		}

	}

	/**
	 * How a caller signed in.
	 *
	 * @param secondFactor whether with a second factor
	 * @param contexts the authentication contexts that it satisfied
	 * @param at when, if that is known
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	record How(boolean secondFactor, @Nullable List<String> contexts, @Nullable Instant at) {

		SignIn toSignIn() {
			return new SignIn(this.secondFactor, Objects.requireNonNullElse(this.contexts, List.of()), this.at);
		}

	}

}
