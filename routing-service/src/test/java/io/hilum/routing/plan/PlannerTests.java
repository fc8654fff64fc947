package io.hilum.routing.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.Model;
import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.routing.catalogue.Strategy;
import io.hilum.routing.plan.Plan.Exclusion;
import io.hilum.routing.problem.RoutingException;
import io.hilum.trust.context.PhiState;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import static io.hilum.routing.catalogue.CatalogueFixtures.PRICE;
import static io.hilum.routing.catalogue.CatalogueFixtures.TODAY;
import static io.hilum.routing.catalogue.CatalogueFixtures.catalogue;
import static io.hilum.routing.catalogue.CatalogueFixtures.deployment;
import static io.hilum.routing.catalogue.CatalogueFixtures.model;
import static io.hilum.routing.catalogue.CatalogueFixtures.provider;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Planner}.
 */
class PlannerTests {

	private static final Model BIG = model("big", Strategy.PRIORITY, List.of("small"), deployment("free", "b", 2),
			deployment("covered", "b", 1), deployment("expired", "b", 3));

	private static final Model SMALL = model("small", Strategy.PRIORITY, List.of(), deployment("free", "s", 1));

	private static final Catalogue CATALOGUE = catalogue(BIG, SMALL);

	private final Planner planner = new Planner(() -> new Random(7));

	@Test
	void ordersByPriorityThenFallbacks() {
		Plan plan = plan("big", "Clinician", PhiState.DEIDENTIFIED, Set.of());
		assertThat(plan.candidates()).extracting((candidate) -> candidate.deployment().id())
			.containsExactly("covered/b", "free/b", "expired/b", "free/s");
		assertThat(plan.candidates()).extracting(Candidate::reason)
			.containsExactly("priority 1", "priority 2", "priority 3", "fallback small, priority 1");
		assertThat(plan.candidates().getFirst().agreement()).isEqualTo("baa");
		assertThat(plan.catalogueVersion()).isEqualTo("sha256:test");
	}

	@Test
	void rawTextGoesToValidAgreementsOnlyFallbacksIncluded() {
		Plan plan = plan("big", "Clinician", PhiState.RAW, Set.of());
		assertThat(plan.candidates()).extracting((candidate) -> candidate.deployment().id())
			.containsExactly("covered/b");
		assertThat(plan.excluded()).containsExactlyInAnyOrder(new Exclusion("free/b", "no valid agreement"),
				new Exclusion("expired/b", "no valid agreement"), new Exclusion("free/s", "no valid agreement"));
	}

	@Test
	void rawTextNeedsAPolicyThatAllowsIt() {
		refuses("big", "Developer", PhiState.RAW, 403, "no_agreement");
		refuses("small", "Clinician", PhiState.RAW, 403, "no_agreement");
	}

	@Test
	void refusesModelsThatAreUnknownOrNotForTheRole() {
		refuses("huge", "Clinician", PhiState.NONE, 404, "model_not_found");
		refuses("big", "Billing", PhiState.NONE, 403, "model_not_allowed");
		refuses("big", "Nobody", PhiState.NONE, 403, "model_not_allowed");
	}

	@Test
	void leavesOutWhatDoesNotAnswer() {
		Plan plan = plan("big", "Clinician", PhiState.NONE, Set.of("covered/b"));
		assertThat(plan.candidates().getFirst().deployment().id()).isEqualTo("free/b");
		assertThat(plan.excluded()).contains(new Exclusion("covered/b", "breaker is open"));
		assertThatExceptionOfType(RoutingException.class)
			.isThrownBy(() -> plan("small", "Clinician", PhiState.NONE, Set.of("free/s")))
			.satisfies((refusal) -> assertThat(refusal.problem().status()).isEqualTo(503));
	}

	@Test
	void drawsByWeight() {
		Random random = new Random(11);
		Planner weighted = new Planner(() -> random);
		Model model = model("w", Strategy.WEIGHTED, List.of(), weighted("a", 3), weighted("b", 1), weighted("c", 0));
		Map<String, Integer> first = new HashMap<>();
		for (int i = 0; i < 4000; i++) {
			PlanRequest request = new PlanRequest("w", List.of("Clinician"), PhiState.NONE, TODAY);
			Plan plan = weighted.plan(request, catalogue(model), (id) -> true);
			assertThat(plan.candidates()).hasSize(3);
			first.merge(plan.candidates().getFirst().deployment().provider().id(), 1, Integer::sum);
		}
		assertThat(first).doesNotContainKey("c");
		assertThat(first.get("a")).isBetween(2850, 3150);
	}

	/**
	 * Promise 2, on any catalogue: raw text never goes where no valid agreement is.
	 */
	@Property(tries = 300)
	void neverPlansRawTextWithoutAnAgreement(@ForAll long seed) {
		Random random = new Random(seed);
		List<String> providers = List.of("free", "covered", "expired");
		Model one = anyModel("one", random, providers, List.of("two", "three"));
		Model two = anyModel("two", random, providers, List.of());
		Model three = anyModel("three", random, providers, List.of());
		PlanRequest request = new PlanRequest("one", List.of("Clinician"), PhiState.RAW, TODAY);
		try {
			Plan plan = new Planner(() -> random).plan(request, catalogue(one, two, three),
					(id) -> random.nextBoolean());
			assertThat(plan.candidates())
				.allSatisfy((candidate) -> assertThat(candidate.deployment().provider().id()).isEqualTo("covered"));
		}
		catch (RoutingException ex) {
			assertThat(ex.problem().status()).isIn(403, 503);
		}
	}

	private static Model anyModel(String name, Random random, List<String> providers, List<String> fallback) {
		Deployment[] deployments = new Deployment[1 + random.nextInt(4)];
		for (int i = 0; i < deployments.length; i++) {
			deployments[i] = deployment(providers.get(random.nextInt(3)), name + i, random.nextInt(3));
		}
		return model(name, Strategy.values()[random.nextInt(2)], fallback, deployments);
	}

	private static Deployment weighted(String id, int weight) {
		ProviderDefinition provider = provider(id);
		return new Deployment(provider, "m", PRICE, 1, weight, "max_tokens");
	}

	private Plan plan(String model, String role, PhiState phi, Set<String> silent) {
		return this.planner.plan(new PlanRequest(model, List.of(role), phi, TODAY), CATALOGUE,
				(id) -> !silent.contains(id));
	}

	private void refuses(String model, String role, PhiState phi, int status, String code) {
		assertThatExceptionOfType(RoutingException.class).isThrownBy(() -> plan(model, role, phi, Set.of()))
			.satisfies((refusal) -> {
				assertThat(refusal.problem().status()).isEqualTo(status);
				assertThat(refusal.problem().code()).isEqualTo(code);
			});
	}

}
