package io.hilum.gateway.simulation;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.hilum.gateway.arrival.Arrival;
import io.hilum.gateway.chat.request.HilumField;
import io.hilum.gateway.identity.Assurance;
import io.hilum.gateway.identity.Caller;
import io.hilum.gateway.models.Endpoint;
import io.hilum.gateway.policy.PhiRule;
import io.hilum.gateway.problem.GatewayProblem;
import org.jspecify.annotations.Nullable;

/**
 * A request that is only supposed: who asks for what, and no text. Of identifiers it has
 * the types that the text would have.
 *
 * @param model the model
 * @param endpoint the operation, as its path has it with dots; chat if it is not said
 * @param subject who asks, {@code null} for somebody without limits and budgets of his
 * own
 * @param roles the roles that the credential carries
 * @param team the team that pays
 * @param application the application, if there is one
 * @param purpose the purpose of use, if the request names one
 * @param network the address of the client, {@code null} for that of whoever tries it out
 * @param at when it comes, {@code null} for now
 * @param signIn how the caller signed in, {@code null} for just now and with a second
 * factor
 * @param identifiers the types of identifiers in the text
 * @param media whether there is something in it that cannot be searched for them
 * @param stream whether the answer is to be streamed
 * @param maxTokens the most tokens of the answer, if the request says so
 * @param serviceTier the service tier of providers, if it names one
 * @param requestBytes how long its body is, {@code null} for the usual length
 * @param tools the tools that it offers
 * @param collections the collections that it searches
 * @param allWell whether all deployments are taken to be well rather than as they are
 */
public record Supposed(String model, @Nullable String endpoint, @Nullable String subject, List<String> roles,
		@Nullable String team, @Nullable String application, @Nullable String purpose, @Nullable String network,
		@Nullable Instant at, @Nullable How signIn, @Nullable Set<String> identifiers, boolean media, boolean stream,
		@Nullable Integer maxTokens, @Nullable String serviceTier, @Nullable Integer requestBytes,
		@Nullable List<String> tools, @Nullable List<String> collections, boolean allWell) {

	/**
	 * The path of what cannot be searched, for messages.
	 */
	static final String MEDIA = "media";

	private static final String SOMEBODY = "simulation|somebody";

	private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

	private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

	private static final long LONGEST_SESSION = Duration.ofDays(36_500).toSeconds();

	private static final int USUAL_BYTES = 2000;

	private static final int MOST_NAMES = 64;

	private static final int LONGEST_NAME = 256;

	@SuppressWarnings("NullAway")
	public Supposed {
		require(model != null && !model.isBlank() && model.length() <= LONGEST_NAME, "a name", "model");
		require(roles != null && !roles.isEmpty() && areNames(roles), "1 to 64 names", "roles");
		require(tools == null || areNames(tools), "at most 64 names", "tools");
		require(identifiers == null || PhiRule.IDENTIFIERS.containsAll(identifiers), "types such as NAME or MRN",
				"identifiers");
		require(endpoint == null || find(endpoint).isPresent(), "an operation such as chat.completions", "endpoint");
		require(requestBytes == null || requestBytes >= 0, "0 or more", "request_bytes");
		require(maxTokens == null || maxTokens > 0, "1 or more", "max_tokens");
		require(at == null || (at.isAfter(EARLIEST) && at.isBefore(LATEST)), "a time of this century", "at");
		new HilumField(orNone(collections), null, purpose, List.of());
		roles = List.copyOf(roles);
	}

	@SuppressWarnings("NullAway")
	private static boolean areNames(List<String> names) {
		return names.size() <= MOST_NAMES
				&& names.stream().allMatch((name) -> name != null && !name.isBlank() && name.length() <= LONGEST_NAME);
	}

	/**
	 * The same request in other roles.
	 * @param others the roles
	 */
	Supposed in(List<String> others) {
		return new Supposed(this.model, this.endpoint, this.subject, others, this.team, this.application, this.purpose,
				this.network, this.at, this.signIn, this.identifiers, this.media, this.stream, this.maxTokens,
				this.serviceTier, this.requestBytes, this.tools, this.collections, this.allWell);
	}

	Endpoint operation() {
		return find(this.endpoint).orElse(Endpoint.CHAT);
	}

	private static Optional<Endpoint> find(@Nullable String name) {
		return Arrays.stream(Endpoint.values()).filter((one) -> nameOf(one).equals(name)).findFirst();
	}

	static String nameOf(Endpoint endpoint) {
		return endpoint.path().substring("/v1/".length()).replace('/', '.');
	}

	/**
	 * Whoever asks is a person, who could sign in again.
	 * @param now the time
	 */
	Caller caller(Instant now) {
		How how = (this.signIn != null) ? this.signIn : new How(true, null, 0L);
		return new Caller(Objects.requireNonNullElse(this.subject, SOMEBODY), this.roles,
				Objects.requireNonNullElse(this.team, ""), this.application, null, this.purpose, List.of(), List.of(),
				how.assurance(now), List.of());
	}

	/**
	 * The arrival of this request.
	 * @param real that of the request that supposes it
	 * @param clock the time
	 */
	Arrival arrival(Arrival real, Clock clock) {
		return new Arrival(real.requestId(), (this.network != null) ? address(this.network) : real.address(),
				real.startedNanos(), (this.at != null) ? this.at : clock.instant(), null, null, List.of(), null);
	}

	private static InetAddress address(String literal) {
		try {
			return InetAddress.ofLiteral(literal);
		}
		catch (IllegalArgumentException ex) {
			throw invalid("an IP address", "network");
		}
	}

	List<String> found() {
		return (this.identifiers != null) ? this.identifiers.stream().sorted().toList() : List.of();
	}

	List<String> offered() {
		return orNone(this.tools);
	}

	List<String> searched() {
		return orNone(this.collections);
	}

	@Nullable String unscannable() {
		return this.media ? MEDIA : null;
	}

	int bytes() {
		return (this.requestBytes != null) ? this.requestBytes : USUAL_BYTES;
	}

	private static List<String> orNone(@Nullable List<String> names) {
		return (names != null) ? names : List.of();
	}

	private static void require(boolean condition, String expected, String param) {
		if (!condition) {
			throw invalid(expected, param);
		}
	}

	static RuntimeException invalid(String expected, String param) {
		return new GatewayProblem.Invalid("invalid_simulation", param + " must be " + expected, param).asException();
	}

	/**
	 * How a caller signed in.
	 *
	 * @param secondFactor whether with a second factor
	 * @param contexts the authentication contexts that it satisfied
	 * @param ageSeconds how long ago, {@code null} if nobody knows
	 */
	public record How(boolean secondFactor, @Nullable Set<String> contexts, @Nullable Long ageSeconds) {

		public How {
			require(ageSeconds == null || (ageSeconds >= 0 && ageSeconds <= LONGEST_SESSION),
					"0 or more, and at most 100 years", "sign_in.age_seconds");
		}

		Assurance assurance(Instant now) {
			Instant signedInAt = (this.ageSeconds != null) ? now.minus(Duration.ofSeconds(this.ageSeconds)) : null;
			return new Assurance(this.secondFactor, (this.contexts != null) ? this.contexts : Set.of(), signedInAt,
					new Assurance.StepUp(false, null));
		}

	}

}
