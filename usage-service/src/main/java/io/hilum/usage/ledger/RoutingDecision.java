package io.hilum.usage.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Why a deployment was chosen, so that the choice can be made again.
 *
 * @param strategy the strategy of the model
 * @param day the day on which agreements had to be valid
 * @param hour the hour in the catalogue's zone, 0 to 23
 * @param weekday 1 (Monday) to 7
 * @param network the client's network, its address cut to 24 or 64 bits
 * @param inputTokens the estimate of the input
 * @param outputTokens the output that was asked for
 * @param seed what decided by chance, 64 bits in hex
 * @param session a hash of the conversation, 64 bits in hex
 * @param holder the provider that keeps what the request goes on from
 * @param serviceTier the service tier of the provider that was asked for
 * @param assurance how the caller had signed in
 * @param models the models that the caller's key could be used for
 * @param candidates the deployments that could serve, best first
 * @param larger those for a request that turns out too long
 * @param lenient those for a request that a content filter refuses
 * @param excluded the deployments that could not
 * @param omitted how many entries were cut off
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoutingDecision(String strategy, @Nullable LocalDate day, @Nullable Integer hour,
		@Nullable Integer weekday, @Nullable String network, @Nullable Long inputTokens, @Nullable Long outputTokens,
		@Nullable String seed, @Nullable String session, @Nullable String holder, @Nullable String serviceTier,
		@Nullable Assurance assurance, @Nullable List<String> models, List<Candidate> candidates,
		@Nullable List<Candidate> larger, @Nullable List<Candidate> lenient, List<Exclusion> excluded,
		@Nullable Integer omitted) {

	public RoutingDecision {
		Bounds.required(strategy);
		Bounds.optional(seed, session, holder, network, serviceTier);
		models = (models != null) ? Bounds.list(models) : null;
		Bounds.required((models != null) ? models.toArray(String[]::new) : new String[0]);
		candidates = Bounds.list(candidates);
		larger = (larger != null) ? Bounds.list(larger) : null;
		lenient = (lenient != null) ? Bounds.list(lenient) : null;
		excluded = Bounds.list(excluded);
	}

	/**
	 * How somebody had signed in.
	 *
	 * @param secondFactor whether with a second factor
	 * @param contexts the authentication contexts that it satisfied
	 * @param ageMillis how long ago
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Assurance(boolean secondFactor, List<String> contexts, @Nullable Long ageMillis) {

		public Assurance {
			contexts = Bounds.list(contexts);
			Bounds.required(contexts.toArray(String[]::new));
		}

	}

	/**
	 * A deployment that could serve.
	 *
	 * @param deployment the deployment
	 * @param rank its place, from 1
	 * @param reason why there
	 * @param model the model of the catalogue that it serves
	 * @param score what the strategy made of it; the lower, the earlier
	 * @param standing whether its breaker was closed, or a probe was due
	 * @param room whether its limits left room
	 * @param inFlight how many calls were under way with it
	 * @param latencyMillis what was known of its time to the first token
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Candidate(String deployment, int rank, String reason, @Nullable String model,
			@Nullable BigDecimal score, @Nullable String standing, @Nullable Boolean room, @Nullable Long inFlight,
			@Nullable BigDecimal latencyMillis) {

		public Candidate {
			Bounds.required(deployment, reason);
			Bounds.optional(model, standing);
		}

	}

	/**
	 * A deployment that could not serve.
	 *
	 * @param deployment the deployment
	 * @param reason why not
	 */
	public record Exclusion(String deployment, String reason) {

		public Exclusion {
			Bounds.required(deployment, reason);
		}

	}

}
