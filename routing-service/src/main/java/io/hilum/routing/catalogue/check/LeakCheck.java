package io.hilum.routing.catalogue.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.Model;
import io.hilum.routing.policy.Circumstances;
import io.hilum.routing.policy.Facts;
import io.hilum.routing.policy.Policies;
import io.hilum.routing.policy.Vocabulary;
import io.hilum.trust.context.PhiState;

/**
 * Looks for a way on which roles and policies would let text that is not de-identified
 * reach a provider without a valid agreement. The planner refuses that once more for each
 * request; a catalogue that relies on it says something else than what happens.
 */
public final class LeakCheck {

	private static final long MAX_COMBINATIONS = 3_000_000;

	private final Catalogue catalogue;

	private final LocalDate day;

	private final List<Set<String>> roles;

	private final List<Circumstances> situations;

	private LeakCheck(Catalogue catalogue, LocalDate day, Vocabulary vocabulary, Situations situations) {
		this.catalogue = catalogue;
		this.day = day;
		this.roles = RoleSets.of(catalogue.roles().keySet(), vocabulary.of("roles"));
		this.situations = situations.all();
	}

	/**
	 * Look for a leak.
	 * @param catalogue the catalogue
	 * @param day the day on which agreements must be valid
	 * @return the first leak
	 * @throws IllegalArgumentException if there are too many combinations to be tried
	 */
	public static Optional<Leak> first(Catalogue catalogue, LocalDate day) {
		Vocabulary vocabulary = catalogue.policies().vocabulary();
		Situations situations = new Situations(vocabulary);
		long routes = catalogue.models().values().stream().mapToLong((model) -> reached(model, catalogue).size()).sum();
		long sets = RoleSets.count(catalogue.roles().keySet(), vocabulary.of("roles"));
		if (sets > MAX_COMBINATIONS || situations.count() > MAX_COMBINATIONS
				|| sets * situations.count() > MAX_COMBINATIONS / Math.max(1, routes)) {
			throw new IllegalArgumentException(
					"the policies have too many combinations to be checked: ask about fewer roles and values");
		}
		return new LeakCheck(catalogue, day, vocabulary, situations).search();
	}

	private Optional<Leak> search() {
		for (Model requested : requested()) {
			for (Model tried : reached(requested, this.catalogue)) {
				for (Deployment deployment : tried.deployments()) {
					Optional<Leak> leak = leak(requested, tried, deployment);
					if (leak.isPresent()) {
						return leak;
					}
				}
			}
		}
		return Optional.empty();
	}

	/**
	 * The models of the catalogue, and those behind its patterns that policies name.
	 */
	private List<Model> requested() {
		List<Model> requested = new ArrayList<>(this.catalogue.models().values());
		Vocabulary vocabulary = this.catalogue.policies().vocabulary();
		Stream.of("requested", "model")
			.flatMap((variable) -> vocabulary.of(variable).stream())
			.map(String::valueOf)
			.distinct()
			.filter((name) -> !this.catalogue.models().containsKey(name))
			.forEach((name) -> this.catalogue.model(name).ifPresent(requested::add));
		return requested;
	}

	private Optional<Leak> leak(Model requested, Model tried, Deployment deployment) {
		String provider = deployment.provider().id();
		if (this.catalogue.agreement(provider, this.day).isPresent()) {
			return Optional.empty();
		}
		String region = deployment.provider().region();
		Facts.Route route = new Facts.Route(requested.name(), tried.name(), provider, (region != null) ? region : "",
				"");
		for (Set<String> some : this.roles) {
			if (this.catalogue.mayUse(some, requested.name()) && this.catalogue.mayUse(some, tried.name())) {
				Optional<Leak> leak = leak(some, route, deployment.id());
				if (leak.isPresent()) {
					return leak;
				}
			}
		}
		return Optional.empty();
	}

	private Optional<Leak> leak(Set<String> some, Facts.Route route, String deployment) {
		boolean byRole = this.catalogue.maySendRaw(some, route.model());
		Policies policies = this.catalogue.policies();
		return this.situations.stream()
			.filter((situation) -> policies.permitRaw(new Facts(some, route, PhiState.RAW, situation), byRole))
			.findFirst()
			.map((situation) -> new Leak(some, route, deployment, situation));
	}

	/**
	 * The models that a request for one can reach: itself and whatever stands in for it.
	 */
	private static List<Model> reached(Model requested, Catalogue catalogue) {
		Set<String> names = new LinkedHashSet<>();
		names.add(requested.name());
		requested.fallbacks().all().forEach(names::add);
		List<Model> models = new ArrayList<>(List.of(requested));
		names.stream()
			.filter((name) -> !name.equals(requested.name()))
			.forEach((name) -> catalogue.model(name).ifPresent(models::add));
		return models;
	}

}
