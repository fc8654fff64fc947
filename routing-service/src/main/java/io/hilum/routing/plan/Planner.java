package io.hilum.routing.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.Model;
import io.hilum.routing.problem.RoutingException;
import io.hilum.routing.problem.RoutingProblem;

/**
 * Finds the candidates of a request from catalogue, policy and the state of deployments.
 * A pure function: chance and time are part of the request, so that a plan can be made
 * again.
 */
public final class Planner {

	/**
	 * Plan a request.
	 * @param request what is asked for
	 * @param catalogue the catalogue in force
	 * @param signals how deployments are
	 * @return the plan
	 * @throws RoutingException if nothing may be tried
	 */
	public Plan plan(PlanRequest request, Catalogue catalogue, SignalSource signals) {
		return switch (decide(request, catalogue, signals)) {
			case Decision.Planned planned -> planned.plan();
			case Decision.Refused refused -> throw new RoutingException(refused.problem());
		};
	}

	/**
	 * Plan a request, and say of one that is refused which deployments were left out.
	 * @param request what is asked for
	 * @param catalogue the catalogue in force
	 * @param signals how deployments are
	 * @return the plan, or why there is none
	 */
	public Decision decide(PlanRequest request, Catalogue catalogue, SignalSource signals) {
		Model model = catalogue.model(request.model()).orElse(null);
		if (model == null) {
			return Decision.refused(new RoutingProblem.ModelUnknown());
		}
		if (!catalogue.mayUse(request.roles(), model.name()) || !request.models().covers(model.name())) {
			return Decision.refused(new RoutingProblem.ModelForbidden(model.name()));
		}
		if (!catalogue.admits(request.assurance(), model.name())) {
			return Decision.refused(new RoutingProblem.SignInTooWeak(model.name()));
		}
		boolean alone = model.fallbacks().isEmpty();
		Ranking ranking = new Ranking(request, catalogue, alone ? signals : remembered(signals));
		List<Candidate> candidates = ranking.of(usual(model, request, catalogue, ranking));
		if (candidates.isEmpty()) {
			return new Decision.Refused(ranking.refusal(model), ranking.excluded());
		}
		return new Decision.Planned(new Plan(request, model, catalogue.version(), candidates,
				ranking.of(larger(model, request, catalogue, ranking)),
				ranking.of(permitted(model.fallbacks().content(), request, catalogue, ranking)), ranking.excluded()));
	}

	/**
	 * A deployment that serves several models is looked at once, so that a plan does not
	 * contradict itself.
	 */
	private static SignalSource remembered(SignalSource signals) {
		Map<String, Signals> known = new HashMap<>();
		return (deployment, size) -> known.computeIfAbsent(deployment.id(), (id) -> signals.of(deployment, size));
	}

	/**
	 * The model and its fallbacks, without those that are too small. Lengths are
	 * estimates: if all are too small, the providers decide.
	 */
	private static List<Model> usual(Model model, PlanRequest request, Catalogue catalogue, Ranking ranking) {
		long tokens = request.size().tokens();
		List<Model> all = new ArrayList<>(1 + model.fallbacks().usual().size());
		all.add(model);
		all.addAll(permitted(model.fallbacks().usual(), request, catalogue, ranking));
		List<Model> wide = model.isTooSmallFor(tokens) ? larger(model, request, catalogue, ranking) : all;
		List<Model> fitting = wide.stream().filter((one) -> !one.isTooSmallFor(tokens)).toList();
		if (fitting.isEmpty()) {
			return all;
		}
		all.stream()
			.filter((one) -> one.isTooSmallFor(tokens))
			.forEach((one) -> ranking.leaveOut(one, Ranking.TOO_SMALL));
		return fitting;
	}

	/**
	 * The models for what is too long: those that are named for it, then the fallbacks
	 * that are known to take more.
	 */
	private static List<Model> larger(Model model, PlanRequest request, Catalogue catalogue, Ranking ranking) {
		List<Model> larger = permitted(model.fallbacks().context(), request, catalogue, ranking);
		Integer context = model.context();
		for (Model fallback : permitted(model.fallbacks().usual(), request, catalogue, ranking)) {
			if (context != null && fallback.context() != null && fallback.context() > context
					&& !larger.contains(fallback)) {
				larger.add(fallback);
			}
		}
		return larger;
	}

	/**
	 * The models that may stand in: those that the caller could ask for by name.
	 */
	private static List<Model> permitted(List<String> names, PlanRequest request, Catalogue catalogue,
			Ranking ranking) {
		List<Model> models = new ArrayList<>(names.size());
		for (String name : names) {
			Model model = catalogue.mayUse(request.roles(), name) ? catalogue.model(name).orElse(null) : null;
			if (model != null && !request.models().covers(name)) {
				ranking.leaveOut(model, Ranking.OUT_OF_SCOPE);
			}
			else if (model != null && !catalogue.admits(request.assurance(), name)) {
				ranking.leaveOut(model, Ranking.SIGN_IN);
			}
			else if (model != null) {
				models.add(model);
			}
		}
		return models;
	}

}
