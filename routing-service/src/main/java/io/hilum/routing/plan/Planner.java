package io.hilum.routing.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import io.hilum.routing.catalogue.Agreement;
import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.Model;
import io.hilum.routing.catalogue.Strategy;
import io.hilum.routing.health.HealthView;
import io.hilum.routing.plan.Plan.Exclusion;
import io.hilum.routing.problem.RoutingException;
import io.hilum.routing.problem.RoutingProblem;
import io.hilum.trust.context.PhiState;

/**
 * Finds the candidates of a request from catalogue, policy and health. A pure function
 * but for the dice of the weighted strategy, which are given.
 */
public final class Planner {

	static final String NO_AGREEMENT = "no valid agreement";

	static final String NOT_ALLOWED = "policy does not allow raw text";

	static final String UNHEALTHY = "breaker is open";

	private final Supplier<? extends RandomGenerator> dice;

	/**
	 * Create a planner.
	 * @param dice decides between weights
	 */
	public Planner(Supplier<? extends RandomGenerator> dice) {
		this.dice = dice;
	}

	/**
	 * Plan a request.
	 * @param request what is asked for
	 * @param catalogue the catalogue in force
	 * @param health which deployments answer
	 * @return the plan
	 * @throws RoutingException if nothing may be tried
	 */
	public Plan plan(PlanRequest request, Catalogue catalogue, HealthView health) {
		Model model = catalogue.model(request.model())
			.orElseThrow(() -> new RoutingException(new RoutingProblem.ModelUnknown()));
		if (!catalogue.mayUse(request.roles(), model.name())) {
			throw new RoutingException(new RoutingProblem.ModelForbidden(model.name()));
		}
		List<Candidate> candidates = new ArrayList<>();
		List<Exclusion> excluded = new ArrayList<>();
		for (Model tried : withFallbacks(model, request, catalogue)) {
			for (Deployment deployment : inOrder(tried)) {
				consider(deployment, tried, request, catalogue, health, candidates, excluded);
			}
		}
		if (candidates.isEmpty()) {
			throw new RoutingException(refusal(model, excluded));
		}
		return new Plan(model, catalogue.version(), candidates, excluded);
	}

	private void consider(Deployment deployment, Model model, PlanRequest request, Catalogue catalogue,
			HealthView health, List<Candidate> candidates, List<Exclusion> excluded) {
		String provider = deployment.provider().id();
		String agreement = catalogue.agreement(provider, request.today()).map(Agreement::id).orElse(null);
		if (request.phi() == PhiState.RAW && !catalogue.maySendRaw(request.roles(), model.name())) {
			excluded.add(new Exclusion(deployment.id(), NOT_ALLOWED));
		}
		else if (request.phi() == PhiState.RAW && agreement == null) {
			excluded.add(new Exclusion(deployment.id(), NO_AGREEMENT));
		}
		else if (!health.permits(deployment.id())) {
			excluded.add(new Exclusion(deployment.id(), UNHEALTHY));
		}
		else {
			candidates.add(new Candidate(deployment, agreement, reason(model, deployment, request)));
		}
	}

	private static String reason(Model model, Deployment deployment, PlanRequest request) {
		String place = switch (model.strategy()) {
			case PRIORITY -> "priority " + deployment.priority();
			case WEIGHTED -> "weight " + deployment.weight();
		};
		return model.name().equals(request.model()) ? place : "fallback " + model.name() + ", " + place;
	}

	private static List<Model> withFallbacks(Model model, PlanRequest request, Catalogue catalogue) {
		List<Model> models = new ArrayList<>();
		models.add(model);
		for (String fallback : model.fallback()) {
			if (catalogue.mayUse(request.roles(), fallback)) {
				catalogue.model(fallback).ifPresent(models::add);
			}
		}
		return models;
	}

	private List<Deployment> inOrder(Model model) {
		if (model.deployments().size() == 1) {
			return model.deployments();
		}
		return (model.strategy() == Strategy.WEIGHTED) ? drawn(model.deployments())
				: model.deployments().stream().sorted(Comparator.comparingInt(Deployment::priority)).toList();
	}

	/**
	 * Draw without putting back; a weight of zero is drawn last only.
	 */
	private List<Deployment> drawn(List<Deployment> deployments) {
		RandomGenerator random = this.dice.get();
		List<Deployment> left = new ArrayList<>(deployments);
		List<Deployment> drawn = new ArrayList<>(left.size());
		while (!left.isEmpty()) {
			drawn.add(left.remove(draw(left, random)));
		}
		return drawn;
	}

	private static int draw(List<Deployment> deployments, RandomGenerator random) {
		long total = deployments.stream().mapToLong(Deployment::weight).sum();
		long point = (total > 0) ? random.nextLong(total) : 0;
		for (int i = 0; i < deployments.size(); i++) {
			point -= deployments.get(i).weight();
			if (point < 0) {
				return i;
			}
		}
		return 0;
	}

	private static RoutingProblem refusal(Model model, List<Exclusion> excluded) {
		boolean someUnhealthy = excluded.stream().anyMatch((exclusion) -> exclusion.reason().equals(UNHEALTHY));
		return someUnhealthy
				? new RoutingProblem.Unavailable("upstream_unavailable",
						"No deployment of " + model.name() + " answers at present")
				: new RoutingProblem.NoAgreement(model.name());
	}

}
