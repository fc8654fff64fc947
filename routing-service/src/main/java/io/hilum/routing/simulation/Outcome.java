package io.hilum.routing.simulation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.hilum.routing.budget.Account;
import io.hilum.routing.budget.Hold;
import io.hilum.routing.catalogue.Model;
import io.hilum.routing.catalogue.RateLimit;
import io.hilum.routing.catalogue.web.Prices;
import io.hilum.routing.completion.Rehearsal.Rehearsed;
import io.hilum.routing.plan.Candidate;
import io.hilum.routing.plan.Consultation;
import io.hilum.routing.plan.Decision;
import io.hilum.routing.plan.Plan;
import io.hilum.routing.policy.Policy;
import io.hilum.routing.problem.RoutingProblem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What would become of a request, as the contract has it.
 *
 * @param catalogue the version of the catalogue by which it was found out
 * @param admitted whether a provider would be called
 * @param refusal what the caller would be told, if not
 * @param strategy how the model's deployments are ordered, if there is a plan
 * @param candidates what would be tried, best first
 * @param larger what would be tried once a provider says that the request is too long
 * @param lenient what would be tried once a content filter refuses
 * @param excluded what would not be tried, and why
 * @param policies the policies whose conditions hold, and where
 * @param limit how much the model may be asked for
 * @param budgets who would pay
 * @param hold what would be set aside
 */
@JsonNaming(SnakeCaseStrategy.class)
record Outcome(String catalogue, boolean admitted, @Nullable Refusal refusal, @Nullable String strategy,
		List<Place> candidates, List<Place> larger, List<Place> lenient, List<Plan.Exclusion> excluded,
		List<Said> policies, @Nullable Limit limit, List<Payer> budgets, @Nullable Held hold) {

	static Outcome of(Rehearsed rehearsed) {
		Plan plan = (rehearsed.decision() instanceof Decision.Planned planned) ? planned.plan() : null;
		Model model = (plan != null) ? plan.model() : null;
		RoutingProblem refusal = rehearsed.refusal();
		Hold hold = rehearsed.hold();
		return new Outcome(rehearsed.catalogue().version(), refusal == null,
				(refusal != null) ? Refusal.of(refusal) : null, (model != null) ? model.strategy().id() : null,
				(plan != null) ? Place.all(plan.candidates()) : List.of(),
				(plan != null) ? Place.all(plan.larger()) : List.of(),
				(plan != null) ? Place.all(plan.lenient()) : List.of(), rehearsed.decision().excluded(),
				Said.all(rehearsed.consultations()), (model != null) ? Limit.of(model.limit()) : null,
				rehearsed.accounts().stream().map(Payer::of).toList(), (hold != null) ? Held.of(hold) : null);
	}

	/**
	 * What a caller would be told.
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	record Refusal(int status, String code, String message, @Nullable Long retryAfterMs) {

		static Refusal of(RoutingProblem problem) {
			return new Refusal(problem.status(), problem.code(), problem.message(),
					problem.retryAfter().map(Duration::toMillis).orElse(null));
		}

	}

	/**
	 * A deployment that would be tried.
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	record Place(String deployment, String model, String provider, String type, @Nullable String region,
			@Nullable String agreement, String reason, @Nullable Double score, String standing, int inFlight,
			@Nullable Long latencyMs, boolean room, Prices priceUsdPerMillion) {

		static List<Place> all(List<Candidate> candidates) {
			return candidates.stream().map(Place::of).toList();
		}

		private static Place of(Candidate candidate) {
			var provider = candidate.deployment().provider();
			var load = candidate.signals().load();
			return new Place(candidate.deployment().id(), candidate.model(), provider.id(), provider.type().id(),
					provider.region(), candidate.agreement(), candidate.reason(),
					(candidate.score() < Double.MAX_VALUE) ? candidate.score() : null,
					candidate.signals().standing().state().id(), load.inFlight(),
					(load.latencyMillis() < 0) ? null : Math.round(load.latencyMillis()), load.room(),
					Prices.of(candidate.deployment().price()));
		}

	}

	/**
	 * A policy whose condition holds.
	 */
	record Said(String id, String effect, String reason, List<String> deployments) {

		static List<Said> all(List<Consultation> consultations) {
			Map<Policy, List<String>> places = new LinkedHashMap<>();
			for (Consultation consultation : consultations) {
				consultation.policies()
					.forEach((policy) -> places.computeIfAbsent(policy, (one) -> new ArrayList<>())
						.add(consultation.deployment()));
			}
			return places.entrySet()
				.stream()
				.map((one) -> new Said(one.getKey().id(), one.getKey().effect().name().toLowerCase(Locale.ROOT),
						one.getKey().reason(), one.getValue()))
				.toList();
		}

	}

	/**
	 * How much a model may be asked for.
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	record Limit(@Nullable Integer requestsPerMinute, @Nullable Integer tokensPerMinute) {

		static @Nullable Limit of(@Nullable RateLimit limit) {
			return (limit != null) ? new Limit(limit.requestsPerMinute(), limit.tokensPerMinute()) : null;
		}

	}

	/**
	 * Who would pay.
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	record Payer(String scope, String window, LocalDate start, Instant end, @Nullable BigDecimal limitUsd,
			boolean hard) {

		static Payer of(Account account) {
			Account.Limit limit = account.limit();
			return new Payer(account.scope(), account.unit().id(), account.start(), account.end(),
					(limit != null) ? Prices.dollars(limit.nanoUsd()) : null, account.refuses());
		}

	}

	/**
	 * What would be set aside.
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	record Held(BigDecimal usd, int maxTokens, @Nullable BigDecimal leftUsd) {

		static Held of(Hold hold) {
			Long left = hold.remainingNanoUsd();
			return new Held(Prices.dollars(hold.nanoUsd()), hold.maxTokens(),
					(left != null) ? Prices.dollars(left) : null);
		}

	}

}
