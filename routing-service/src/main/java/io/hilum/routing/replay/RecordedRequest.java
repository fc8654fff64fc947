package io.hilum.routing.replay;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.hilum.routing.catalogue.Assurance;
import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.health.Standing;
import io.hilum.routing.load.Load;
import io.hilum.routing.plan.PlanRequest;
import io.hilum.routing.plan.PlanRequest.Chance;
import io.hilum.routing.plan.PlanRequest.Size;
import io.hilum.routing.plan.SignalSource;
import io.hilum.routing.plan.Signals;
import io.hilum.routing.policy.Circumstances;
import io.hilum.routing.tokens.TokenCounts;
import io.hilum.trust.context.ModelScope;
import io.hilum.trust.context.PhiState;
import org.jspecify.annotations.Nullable;

/**
 * What is read of an event of hilum.usage.v1.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record RecordedRequest(String id, String requestedModel, List<String> roles, boolean stream, @Nullable String purpose,
		@Nullable String application, @Nullable String team, Phi phi, TokenCounts tokens, long costNanoUsd,
		String catalogueVersion, Decision decision) {

	/**
	 * Whether the event says enough. Those that were written without a seed do not.
	 */
	boolean isReplayable() {
		return this.decision.seed() != null && this.decision.session() != null && this.decision.day() != null;
	}

	/**
	 * Whether some of what the planner knew was cut off.
	 */
	boolean isCut() {
		return this.decision.omitted() > 0;
	}

	PlanRequest request() {
		if (this.decision.seed() == null || this.decision.session() == null || this.decision.day() == null) {
			throw new IllegalStateException("event " + this.id + " has no seed");
		}
		Chance chance = new Chance(Long.parseUnsignedLong(this.decision.seed(), 16),
				Long.parseUnsignedLong(this.decision.session(), 16));
		return new PlanRequest(this.requestedModel, this.roles, PhiState.valueOf(this.phi.state()), this.decision.day(),
				new Size(this.decision.inputTokens(), this.decision.outputTokens(), this.stream), chance,
				circumstances(), this.decision.holder(), assurance(), models(), this.decision.serviceTier());
	}

	private ModelScope models() {
		List<String> patterns = this.decision.models();
		return (patterns != null) ? new ModelScope(patterns) : ModelScope.ALL;
	}

	private Assurance assurance() {
		Known known = this.decision.assurance();
		return (known != null) ? known.toAssurance() : Assurance.UNKNOWN;
	}

	private Circumstances circumstances() {
		return new Circumstances(Objects.toString(this.purpose, ""), Objects.toString(this.application, ""),
				Objects.toString(this.team, ""), Objects.toString(this.decision.network(), ""), this.decision.hour(),
				Math.max(1, this.decision.weekday()));
	}

	/**
	 * What was known of the deployments. Of others nothing was, so they count as well and
	 * idle.
	 */
	SignalSource signals() {
		Map<String, Signals> known = new HashMap<>();
		for (Excluded excluded : this.decision.excluded()) {
			known.put(excluded.deployment(), excluded.signals());
		}
		for (List<Ranked> list : List.of(this.decision.candidates(), orNone(this.decision.larger()),
				orNone(this.decision.lenient()))) {
			list.forEach((ranked) -> known.put(ranked.deployment(), ranked.signals()));
		}
		return (Deployment deployment, Size size) -> known.getOrDefault(deployment.id(), Signals.NONE);
	}

	private static List<Ranked> orNone(@Nullable List<Ranked> list) {
		return (list != null) ? list : List.of();
	}

	List<String> choice() {
		return this.decision.candidates().stream().map(Ranked::deployment).toList();
	}

	/**
	 * The state of the text.
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Phi(String state) {

	}

	/**
	 * How the deployment was chosen.
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Decision(@Nullable LocalDate day, int hour, int weekday, @Nullable String network, long inputTokens,
			long outputTokens, @Nullable String seed, @Nullable String session, @Nullable String holder,
			@Nullable String serviceTier, @Nullable Known assurance, @Nullable List<String> models,
			List<Ranked> candidates, @Nullable List<Ranked> larger, @Nullable List<Ranked> lenient,
			List<Excluded> excluded, int omitted) {

	}

	/**
	 * How sure it was that the caller is who the context says.
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Known(boolean secondFactor, @Nullable List<String> contexts, @Nullable Long ageMillis) {

		Assurance toAssurance() {
			return new Assurance(this.secondFactor, (this.contexts != null) ? this.contexts : List.of(),
					(this.ageMillis != null) ? Duration.ofMillis(this.ageMillis) : null);
		}

	}

	/**
	 * A deployment that was a candidate.
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Ranked(String deployment, @Nullable String standing, boolean room, int inFlight,
			@Nullable Double latencyMillis) {

		Signals signals() {
			Standing known = Standing.State.PROBE.id().equals(this.standing) ? Standing.DUE : Standing.WELL;
			double latency = (this.latencyMillis != null) ? this.latencyMillis : Load.NONE.latencyMillis();
			return new Signals(known, new Load(this.inFlight, latency, this.room));
		}

	}

	/**
	 * A deployment that was left out.
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Excluded(String deployment, String reason) {

		Signals signals() {
			for (Standing.State state : List.of(Standing.State.OPEN, Standing.State.COOLING)) {
				if (state.id().equals(this.reason)) {
					return new Signals(new Standing(state, 1), Load.NONE);
				}
			}
			return Signals.NONE;
		}

	}

}
