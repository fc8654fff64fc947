package io.hilum.routing.plan;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.hilum.routing.catalogue.Agreement;
import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.Model;
import io.hilum.routing.policy.Policy;

/**
 * Which policies say something of a request at one deployment.
 *
 * @param deployment the id of the deployment
 * @param policies those whose conditions hold there
 */
public record Consultation(String deployment, List<Policy> policies) {

	public Consultation {
		policies = List.copyOf(policies);
	}

	/**
	 * Ask the policies about every deployment that a request can reach: those of its
	 * model and of what may stand in for it.
	 * @param request the request
	 * @param catalogue the catalogue
	 * @return what they say, none of deployments of which they say nothing
	 */
	public static List<Consultation> of(PlanRequest request, Catalogue catalogue) {
		return catalogue.model(request.model())
			.stream()
			.flatMap((model) -> Stream.concat(Stream.of(model), standIns(model, request, catalogue)))
			.flatMap((model) -> model.deployments().stream().map((one) -> of(request, catalogue, model, one)))
			.filter((consultation) -> !consultation.policies().isEmpty())
			.distinct()
			.toList();
	}

	private static Stream<Model> standIns(Model model, PlanRequest request, Catalogue catalogue) {
		return model.fallbacks()
			.all()
			.distinct()
			.filter((name) -> catalogue.mayUse(request.roles(), name))
			.map((name) -> catalogue.model(name).orElse(null))
			.filter(Objects::nonNull);
	}

	private static Consultation of(PlanRequest request, Catalogue catalogue, Model model, Deployment deployment) {
		String agreement = catalogue.agreement(deployment.provider().id(), request.today())
			.map(Agreement::id)
			.orElse(null);
		return new Consultation(deployment.id(),
				catalogue.policies().holding(Ranking.facts(request, deployment, model, agreement)));
	}

}
