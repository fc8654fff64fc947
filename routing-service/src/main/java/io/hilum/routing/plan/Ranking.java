package io.hilum.routing.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.hilum.routing.catalogue.Agreement;
import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.Model;
import io.hilum.routing.health.Standing;
import io.hilum.routing.plan.Plan.Exclusion;
import io.hilum.routing.policy.Facts;
import io.hilum.routing.policy.Facts.Route;
import io.hilum.routing.policy.Policies;
import io.hilum.routing.policy.Policy;
import io.hilum.routing.problem.RoutingProblem;
import io.hilum.trust.context.PhiState;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the deployments of models for one request, and notes those that are left out.
 * Created per plan and not thread-safe.
 */
final class Ranking {

	static final String NO_AGREEMENT = "no valid agreement";

	static final String NOT_ALLOWED = "policy does not allow raw text";

	static final String ELSEWHERE = "does not hold the previous response";

	static final String OUT_OF_SCOPE = "the key may not be used for it";

	static final String SIGN_IN = "needs a stronger or more recent sign-in";

	static final String UNPRICED = "no price for the service tier";

	static final String TOO_SMALL = "context is too small";

	private final PlanRequest request;

	private final Catalogue catalogue;

	private final SignalSource signals;

	private final List<Exclusion> excluded = new ArrayList<>();

	private boolean silent;

	private boolean held;

	private boolean unpriced;

	private @Nullable Policy denied;

	private long coolingMillis = Long.MAX_VALUE;

	Ranking(PlanRequest request, Catalogue catalogue, SignalSource signals) {
		this.request = request;
		this.catalogue = catalogue;
		this.signals = signals;
	}

	/**
	 * Rank the deployments of models: model by model, and within each by its strategy.
	 * @param models the models
	 * @return the candidates, best first
	 */
	List<Candidate> of(List<Model> models) {
		List<Candidate> candidates = new ArrayList<>();
		for (Model model : models) {
			int from = candidates.size();
			boolean mayBeRaw = this.request.phi() == PhiState.RAW
					&& this.catalogue.maySendRaw(this.request.roles(), model.name());
			for (Deployment deployment : model.deployments()) {
				consider(deployment, model, mayBeRaw, candidates);
			}
			if (candidates.size() - from > 1) {
				candidates.subList(from, candidates.size()).sort(Scoring.BEST_FIRST);
			}
		}
		return candidates;
	}

	private void consider(Deployment deployment, Model model, boolean rawByRole, List<Candidate> candidates) {
		String holder = this.request.holder();
		if (holder != null && !holder.equals(deployment.provider().id())) {
			leaveOut(deployment, ELSEWHERE);
			return;
		}
		this.held = true;
		String agreement = this.catalogue.agreement(deployment.provider().id(), this.request.today())
			.map(Agreement::id)
			.orElse(null);
		String forbidden = forbidden(facts(this.request, deployment, model, agreement), rawByRole);
		if (forbidden != null) {
			leaveOut(deployment, forbidden);
			return;
		}
		if (!deployment.price().isKnownFor(this.request.tier())) {
			leaveOut(deployment, UNPRICED);
			this.unpriced = true;
			return;
		}
		Signals known = this.signals.of(deployment, this.request.size());
		if (known.standing().permits()) {
			candidates.add(candidate(deployment, model, agreement, known));
			return;
		}
		leaveOut(deployment, known.standing().state().id());
		this.silent = true;
		if (known.standing().state() == Standing.State.COOLING) {
			this.coolingMillis = Math.min(this.coolingMillis, known.standing().pauseMillis());
		}
	}

	static Facts facts(PlanRequest request, Deployment deployment, Model model, @Nullable String agreement) {
		String region = deployment.provider().region();
		Route route = new Route(request.model(), model.name(), deployment.provider().id(),
				(region != null) ? region : "", (agreement != null) ? agreement : "");
		return new Facts(request.roles(), route, request.phi(), request.circumstances());
	}

	/**
	 * Why a deployment must not be tried. That raw text needs an agreement is above all
	 * policies.
	 */
	private @Nullable String forbidden(Facts facts, boolean rawByRole) {
		Policies policies = this.catalogue.policies();
		if (this.request.phi() == PhiState.RAW && !rawByRole && !policies.allow(facts)) {
			return NOT_ALLOWED;
		}
		if (this.request.phi() == PhiState.RAW && facts.route().agreement().isEmpty()) {
			return NO_AGREEMENT;
		}
		Policy denial = policies.denial(facts).orElse(null);
		if (denial == null) {
			return null;
		}
		this.denied = (this.denied != null) ? this.denied : denial;
		return "policy " + denial.id();
	}

	private Candidate candidate(Deployment deployment, Model model, @Nullable String agreement, Signals known) {
		double score = Scoring.score(model.strategy(), deployment, known.load(), this.request);
		String place = Scoring.reason(model.strategy(), deployment, known.load(), score);
		String reason = model.name().equals(this.request.model()) ? place : "fallback " + model.name() + ", " + place;
		return new Candidate(deployment, agreement, reason, model.name(), score, known);
	}

	/**
	 * Note that a model is not tried.
	 * @param model the model
	 * @param reason why not
	 */
	void leaveOut(Model model, String reason) {
		model.deployments().forEach((deployment) -> leaveOut(deployment, reason));
	}

	private void leaveOut(Deployment deployment, String reason) {
		Exclusion exclusion = new Exclusion(deployment.id(), reason);
		if (!this.excluded.contains(exclusion)) {
			this.excluded.add(exclusion);
		}
	}

	List<Exclusion> excluded() {
		return this.excluded;
	}

	/**
	 * Why there is no candidate.
	 * @param model the model that was asked for
	 * @return the problem
	 */
	RoutingProblem refusal(Model model) {
		if (!this.held && this.request.holder() != null) {
			return new RoutingProblem.NotHeld(model.name());
		}
		if (this.coolingMillis < Long.MAX_VALUE) {
			return new RoutingProblem.UpstreamFailed(429, "upstream_rate_limited",
					"The provider limits the rate of requests", Optional.of(Duration.ofMillis(this.coolingMillis)));
		}
		if (this.silent) {
			return new RoutingProblem.Unavailable("upstream_unavailable",
					"No deployment of " + model.name() + " answers at present");
		}
		if (this.unpriced && this.denied == null) {
			return new RoutingProblem.TierNotPriced(model.name());
		}
		return (this.denied != null) ? new RoutingProblem.PolicyDenied(model.name(), this.denied.reason())
				: new RoutingProblem.NoAgreement(model.name());
	}

}
