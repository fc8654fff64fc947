package io.hilum.routing.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.LongFunction;

import io.hilum.routing.catalogue.Assurance;
import io.hilum.routing.catalogue.Capacity;
import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.Fallbacks;
import io.hilum.routing.catalogue.Model;
import io.hilum.routing.catalogue.Price;
import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.routing.catalogue.Strategy;
import io.hilum.routing.health.Standing;
import io.hilum.routing.load.Load;
import io.hilum.routing.plan.Plan.Exclusion;
import io.hilum.routing.plan.PlanRequest.Chance;
import io.hilum.routing.plan.PlanRequest.Size;
import io.hilum.routing.policy.Circumstances;
import io.hilum.routing.policy.Effect;
import io.hilum.routing.policy.Policies;
import io.hilum.routing.policy.Policy;
import io.hilum.routing.policy.cel.CelConditions;
import io.hilum.routing.problem.RoutingException;
import io.hilum.trust.context.Authentication;
import io.hilum.trust.context.ModelScope;
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

	private static final Standing OPEN = new Standing(Standing.State.OPEN, 4000);

	private final Planner planner = new Planner();

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
	void goesOnOnlyWhereThePreviousResponseIs() {
		Plan plan = this.planner.plan(held("big", "free"), CATALOGUE, (deployment, size) -> Signals.NONE);
		assertThat(plan.candidates()).extracting((candidate) -> candidate.deployment().id())
			.containsExactly("free/b", "free/s");
		assertThat(plan.excluded()).contains(new Exclusion("covered/b", "does not hold the previous response"),
				new Exclusion("expired/b", "does not hold the previous response"));
	}

	@Test
	void saysThatTheModelDoesNotRunWhereThePreviousResponseIs() {
		assertThatExceptionOfType(RoutingException.class)
			.isThrownBy(
					() -> this.planner.plan(held("small", "covered"), CATALOGUE, (deployment, size) -> Signals.NONE))
			.satisfies((ex) -> assertThat(ex.problem().code()).isEqualTo("previous_response_not_found"));
	}

	private static PlanRequest held(String model, String holder) {
		return new PlanRequest(model, List.of("Clinician"), PhiState.DEIDENTIFIED, TODAY, new Size(0, 0, false),
				new Chance(0, 0), Circumstances.UNKNOWN, holder, Assurance.UNKNOWN);
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
	void saysOfARefusalWhatWasLeftOutAndWhichPoliciesSaidSo() {
		PlanRequest raw = new PlanRequest("small", List.of("Clinician"), PhiState.RAW, TODAY);
		assertThat(this.planner.decide(raw, CATALOGUE, SignalSource.ALL_WELL))
			.isInstanceOfSatisfying(Decision.Refused.class, (refused) -> {
				assertThat(refused.problem().code()).isEqualTo("no_agreement");
				assertThat(refused.excluded()).containsExactly(new Exclusion("free/s", "no valid agreement"));
			});
		Policy away = new Policy("away", Effect.DENY, new CelConditions().compile("provider == 'free'"), "not there");
		Catalogue denying = new Catalogue("v", CATALOGUE.models(), CATALOGUE.roles(), CATALOGUE.agreements(),
				new Policies(ZoneOffset.UTC, List.of(away)));
		PlanRequest big = new PlanRequest("big", List.of("Clinician"), PhiState.DEIDENTIFIED, TODAY);
		assertThat(Consultation.of(big, denying)).containsExactly(new Consultation("free/b", List.of(away)),
				new Consultation("free/s", List.of(away)));
		assertThat(this.planner.decide(big, denying, SignalSource.ALL_WELL).excluded())
			.containsExactly(new Exclusion("free/b", "policy away"), new Exclusion("free/s", "policy away"));
	}

	@Test
	void noFallbackIsReachedBySomebodyWhoDidNotSignInAsItAsks() {
		Plan weak = reaching(new Assurance(true, List.of("c1"), Duration.ofMinutes(16)));
		assertThat(weak.all()).extracting(Candidate::model).containsOnly("open", "open-2");
		assertThat(weak.excluded()).containsExactly(new Exclusion("free/v", "needs a stronger or more recent sign-in"));
		assertThat(reaching(new Assurance(false, List.of("c1"), Duration.ZERO)).all()).extracting(Candidate::model)
			.doesNotContain("vault");
		assertThat(reaching(new Assurance(true, List.of("c2"), Duration.ZERO)).all()).extracting(Candidate::model)
			.doesNotContain("vault");
		assertThat(reaching(Assurance.UNKNOWN).all()).extracting(Candidate::model).doesNotContain("vault");
		Plan sure = reaching(new Assurance(true, List.of("c9", "c1"), Duration.ofMinutes(15)));
		assertThat(sure.candidates()).extracting(Candidate::model).containsExactly("open", "vault", "open-2");
		assertThat(sure.larger()).extracting(Candidate::model).containsExactly("vault");
		assertThat(sure.lenient()).extracting(Candidate::model).containsExactly("vault");
	}

	@Test
	void aModelIsNotReachedByItsOwnNameEitherWithoutTheSignInThatItAsksFor() {
		assertThatExceptionOfType(RoutingException.class)
			.isThrownBy(() -> this.planner.plan(signedIn("vault", Assurance.UNKNOWN), guarded(),
					(deployment, size) -> Signals.NONE))
			.satisfies((ex) -> assertThat(ex.problem().code()).isEqualTo("authentication_context_required"));
	}

	@Test
	void noModelIsReachedUnderAnyNameThatTheKeyIsNotFor() {
		Plan narrow = scoped("open", "open", "open-2*");
		assertThat(narrow.all()).extracting(Candidate::model).containsOnly("open", "open-2");
		assertThat(narrow.excluded()).containsExactly(new Exclusion("free/v", "the key may not be used for it"));
		assertThat(scoped("open", "open", "va*").all()).extracting(Candidate::model).containsOnly("open", "vault");
		assertThat(scoped("open", "*").candidates()).extracting(Candidate::model)
			.containsExactly("open", "vault", "open-2");
		for (String[] patterns : List.of(new String[] { "open" }, new String[0])) {
			assertThatExceptionOfType(RoutingException.class).isThrownBy(() -> scoped("vault", patterns))
				.satisfies((ex) -> assertThat(ex.problem().code()).isEqualTo("model_not_allowed"));
		}
	}

	private Plan scoped(String model, String... patterns) {
		PlanRequest request = new PlanRequest(model, List.of("Clinician"), PhiState.NONE, TODAY, new Size(0, 0, false),
				new Chance(0, 0), Circumstances.UNKNOWN, null,
				new Assurance(true, List.of("c1"), Duration.ofMinutes(1)), new ModelScope(List.of(patterns)), null);
		return this.planner.plan(request, guarded(), (deployment, size) -> Signals.NONE);
	}

	private Plan reaching(Assurance assurance) {
		return this.planner.plan(signedIn("open", assurance), guarded(), (deployment, size) -> Signals.NONE);
	}

	private static PlanRequest signedIn(String model, Assurance assurance) {
		return new PlanRequest(model, List.of("Clinician"), PhiState.NONE, TODAY, new Size(0, 0, false),
				new Chance(0, 0), Circumstances.UNKNOWN, null, assurance);
	}

	/** What a pattern asks for, it asks for a name with an entry of its own too. */
	private static Catalogue guarded() {
		Authentication strong = new Authentication(true, List.of("c1", "c3"), Duration.ofMinutes(15));
		return catalogue(
				new Model("open", Strategy.PRIORITY, List.of(deployment("free", "o", 1)), null, null,
						new Fallbacks(List.of("vault", "open-2"), List.of("vault"), List.of("vault"), false)),
				new Model("open-2", Strategy.PRIORITY, List.of(deployment("free", "o2", 1)), null, null,
						Fallbacks.NONE),
				new Model("vault", Strategy.PRIORITY, List.of(deployment("free", "v", 1)), null, null, Fallbacks.NONE),
				new Model("va*", Strategy.PRIORITY, List.of(deployment("free", "w", 1)), null, null, Fallbacks.NONE,
						null, null, strong));
	}

	@Test
	void nothingIsTriedWhoseServiceTierHasNoPrice() {
		Price listed = PRICE
			.with(Map.of("priority", new Price.Service(PRICE.times(BigDecimal.TWO, "priority"), false)));
		Model model = model("two", Strategy.PRIORITY, List.of(), priced("unlisted", PRICE), priced("listed", listed),
				priced("free", Price.FREE));
		Plan plan = tiered(model, "priority");
		assertThat(plan.candidates()).extracting((candidate) -> candidate.deployment().id())
			.containsExactly("listed/m", "free/m");
		assertThat(plan.excluded()).containsExactly(new Exclusion("unlisted/m", "no price for the service tier"));
		assertThat(tiered(model, "flex").excluded()).isEmpty();
		Model alone = model("two", Strategy.PRIORITY, List.of(), priced("unlisted", PRICE));
		assertThatExceptionOfType(RoutingException.class).isThrownBy(() -> tiered(alone, "other"))
			.satisfies((ex) -> assertThat(ex.problem().code()).isEqualTo("service_tier_not_priced"));
	}

	private Plan tiered(Model model, String tier) {
		return this.planner.plan(
				new PlanRequest("two", List.of("Clinician"), PhiState.NONE, TODAY, new Size(0, 0, false),
						new Chance(0, 0), Circumstances.UNKNOWN, null, Assurance.UNKNOWN, ModelScope.ALL, tier),
				catalogue(model), (deployment, size) -> Signals.NONE);
	}

	@Test
	void policyKeepsARequestFromADeployment() {
		Plan plan = planUnder(Effect.DENY, "provider == 'covered' && purpose == 'research'", "big",
				PhiState.DEIDENTIFIED);
		assertThat(plan.candidates()).extracting((candidate) -> candidate.deployment().id())
			.containsExactly("free/b", "expired/b", "free/s");
		assertThat(plan.excluded()).contains(new Exclusion("covered/b", "policy p"));
	}

	@Test
	void policyThatKeepsARequestFromEverythingGivesItsReason() {
		assertThatExceptionOfType(RoutingException.class)
			.isThrownBy(() -> planUnder(Effect.DENY, "'Developer' in roles && hour < 6", "small", PhiState.NONE))
			.satisfies((refusal) -> {
				assertThat(refusal.problem().code()).isEqualTo("policy_denied");
				assertThat(refusal.problem().message()).isEqualTo("A policy keeps this request from small: because");
			});
	}

	@Test
	void policyCanAllowRawTextButNotWithoutAnAgreement() {
		Plan plan = planUnder(Effect.ALLOW, "phi == 'raw' && purpose == 'research'", "big", PhiState.RAW);
		assertThat(plan.candidates()).extracting((candidate) -> candidate.deployment().id())
			.containsExactly("covered/b");
	}

	private Plan planUnder(Effect effect, String when, String model, PhiState phi) {
		Policy policy = new Policy("p", effect, new CelConditions().compile(when), "because");
		Catalogue catalogue = new Catalogue("v", CATALOGUE.models(), CATALOGUE.roles(), CATALOGUE.agreements(),
				new Policies(ZoneOffset.UTC, List.of(policy)));
		Circumstances circumstances = new Circumstances("research", "", "team", "10.0.0.1", 5, 1);
		return this.planner.plan(new PlanRequest(model, List.of("Developer"), phi, TODAY, new Size(0, 0, false),
				new Chance(0, 0), circumstances, null, Assurance.UNKNOWN), catalogue,
				(deployment, size) -> Signals.NONE);
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
		Model model = model("w", Strategy.WEIGHTED, List.of(), weighted("a", 3), weighted("b", 1), weighted("c", 0));
		Map<String, Integer> first = firsts(model, (seed) -> new Chance(seed, 0), 4000);
		assertThat(first).doesNotContainKey("c");
		assertThat(first.get("a")).isBetween(2850, 3150);
	}

	@Test
	void pinsAConversationAndMovesOnlyThoseOfADeploymentThatGoes() {
		Model all = model("w", Strategy.PINNED, List.of(), weighted("a", 1), weighted("b", 1), weighted("c", 2));
		Model less = model("w", Strategy.PINNED, List.of(), weighted("a", 1), weighted("c", 2));
		Map<String, Integer> first = new HashMap<>();
		for (int i = 0; i < 2000; i++) {
			Chance chance = Chance.of(i, "conversation " + i);
			String before = first(all, chance);
			assertThat(first(all, new Chance(-i, chance.session()))).as("whatever the seed").isEqualTo(before);
			if (!before.equals("b")) {
				assertThat(first(less, chance)).isEqualTo(before);
			}
			first.merge(before, 1, Integer::sum);
		}
		assertThat(first.get("c")).isBetween(900, 1100);
	}

	@Test
	void prefersTheLeastBusyByWeight() {
		Model model = model("w", Strategy.LEAST_BUSY, List.of(), weighted("a", 1), weighted("b", 4));
		assertThat(order(model, Map.of("a/m", new Load(1, -1, true), "b/m", new Load(3, -1, true))))
			.containsExactly("b/m", "a/m");
		assertThat(order(model, Map.of("a/m", new Load(1, -1, true), "b/m", new Load(5, -1, true))))
			.containsExactly("a/m", "b/m");
	}

	@Test
	void prefersTheFastestAndAsksTheUnknownOnce() {
		Model model = model("w", Strategy.LEAST_LATENCY, List.of(), weighted("a", 1), weighted("b", 1),
				weighted("c", 1));
		assertThat(order(model, Map.of("a/m", new Load(0, 300, true), "b/m", new Load(5, 100, true), "c/m", Load.NONE)))
			.containsExactly("c/m", "a/m", "b/m");
		assertThat(order(model,
				Map.of("a/m", new Load(0, 300, true), "b/m", new Load(1, 100, true), "c/m", new Load(1, -1, true))))
			.containsExactly("b/m", "a/m", "c/m");
	}

	@Test
	void prefersTheCheapestForWhatIsAsked() {
		Deployment input = priced("input", new Price(1_000, 1_000, 1_000, 9_000));
		Deployment output = priced("output", new Price(3_000, 3_000, 3_000, 3_000));
		Model model = model("w", Strategy.CHEAPEST, List.of(), input, output);
		assertThat(order(model, new Size(1_000_000, 100, false))).containsExactly("input/m", "output/m");
		assertThat(order(model, new Size(1_000_000, 4_000_000, false))).containsExactly("output/m", "input/m");
	}

	@Test
	void fillsWhatIsPaidForInAdvanceAndThenSpillsOver() {
		for (Strategy strategy : Strategy.values()) {
			Model model = model("w", strategy, List.of(), priced("cheap", Price.FREE), provisioned("ptu"));
			assertThat(order(model, Map.of())).containsExactly("ptu/m", "cheap/m");
			assertThat(order(model, Map.of("ptu/m", new Load(90, 9000, false)))).containsExactly("cheap/m", "ptu/m");
		}
	}

	@Test
	void takesALargerModelForWhatIsTooLong() {
		Model small = sized("small", 1000, List.of("other", "large"), List.of("huge"));
		Catalogue catalogue = catalogue(small, sized("other", 900, List.of(), List.of()),
				sized("large", 8000, List.of(), List.of()), sized("huge", 100_000, List.of(), List.of()));
		Plan fits = this.planner.plan(sizeOf(small, 900), catalogue, (deployment, size) -> Signals.NONE);
		assertThat(fits.candidates()).extracting(Candidate::model).containsExactly("small", "other", "large");
		assertThat(fits.larger()).extracting(Candidate::model).containsExactly("huge", "large");
		Plan longer = this.planner.plan(sizeOf(small, 5000), catalogue, (deployment, size) -> Signals.NONE);
		assertThat(longer.candidates()).extracting(Candidate::model).containsExactly("huge", "large");
		assertThat(longer.excluded()).contains(new Exclusion("p-small/m", "context is too small"));
		Plan tooLong = this.planner.plan(sizeOf(small, 500_000), catalogue, (deployment, size) -> Signals.NONE);
		assertThat(tooLong.candidates()).as("an estimate refuses nothing")
			.extracting(Candidate::model)
			.containsExactly("small", "other", "large");
	}

	@Test
	void tellsWhenProvidersWantToBeAskedAgain() {
		Signals cooling = new Signals(new Standing(Standing.State.COOLING, 700), Load.NONE);
		assertThatExceptionOfType(RoutingException.class)
			.isThrownBy(() -> this.planner.plan(new PlanRequest("small", List.of("Clinician"), PhiState.NONE, TODAY),
					CATALOGUE, (deployment, size) -> cooling))
			.satisfies((refusal) -> {
				assertThat(refusal.problem().status()).isEqualTo(429);
				assertThat(refusal.problem().retryAfter()).contains(Duration.ofMillis(700));
			});
	}

	/**
	 * Whatever is asked: the same request in the same state gives the same plan.
	 */
	@Property(tries = 200)
	void isAFunctionOfWhatItIsGiven(@ForAll long seed) {
		Random random = new Random(seed);
		Model one = anyModel("one", random, List.of("free", "covered", "expired"), List.of());
		PlanRequest request = new PlanRequest("one", List.of("Clinician"), PhiState.NONE, TODAY,
				new Size(random.nextInt(5000), random.nextInt(100), true),
				new Chance(random.nextLong(), random.nextLong()));
		Signals signals = new Signals(Standing.WELL,
				new Load(random.nextInt(9), random.nextInt(900), random.nextBoolean()));
		assertThat(this.planner.plan(request, catalogue(one), (deployment, size) -> signals))
			.isEqualTo(new Planner().plan(request, catalogue(one), (deployment, size) -> signals));
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
			Plan plan = this.planner.plan(request, catalogue(one, two, three),
					(deployment, size) -> new Signals(random.nextBoolean() ? Standing.WELL : OPEN, Load.NONE));
			assertThat(plan.all())
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
		return model(name, Strategy.values()[random.nextInt(Strategy.values().length)], fallback, deployments);
	}

	private static Deployment weighted(String id, int weight) {
		ProviderDefinition provider = provider(id);
		return new Deployment(provider, "m", PRICE, 1, weight, "max_tokens");
	}

	private Plan plan(String model, String role, PhiState phi, Set<String> silent) {
		return this.planner.plan(new PlanRequest(model, List.of(role), phi, TODAY), CATALOGUE,
				(deployment, size) -> new Signals(silent.contains(deployment.id()) ? OPEN : Standing.WELL, Load.NONE));
	}

	private Map<String, Integer> firsts(Model model, LongFunction<Chance> chances, int times) {
		Map<String, Integer> first = new HashMap<>();
		for (int i = 0; i < times; i++) {
			first.merge(first(model, chances.apply(i)), 1, Integer::sum);
		}
		return first;
	}

	private String first(Model model, Chance chance) {
		PlanRequest request = new PlanRequest("w", List.of("Clinician"), PhiState.NONE, TODAY, new Size(1, 1, false),
				chance);
		Plan plan = this.planner.plan(request, catalogue(model), (deployment, size) -> Signals.NONE);
		assertThat(plan.candidates()).hasSameSizeAs(model.deployments());
		return plan.candidates().getFirst().deployment().provider().id();
	}

	private List<String> order(Model model, Map<String, Load> loads) {
		PlanRequest request = new PlanRequest("w", List.of("Clinician"), PhiState.NONE, TODAY);
		return this.planner
			.plan(request, catalogue(model),
					(deployment, size) -> new Signals(Standing.WELL, loads.getOrDefault(deployment.id(), Load.NONE)))
			.candidates()
			.stream()
			.map((candidate) -> candidate.deployment().id())
			.toList();
	}

	private List<String> order(Model model, Size size) {
		PlanRequest request = new PlanRequest("w", List.of("Clinician"), PhiState.NONE, TODAY, size, new Chance(1, 1));
		return this.planner.plan(request, catalogue(model), (deployment, known) -> Signals.NONE)
			.candidates()
			.stream()
			.map((candidate) -> candidate.deployment().id())
			.toList();
	}

	private static PlanRequest sizeOf(Model model, long tokens) {
		return new PlanRequest(model.name(), List.of("Clinician"), PhiState.NONE, TODAY, new Size(tokens, 0, false),
				new Chance(1, 1));
	}

	private static Model sized(String name, int context, List<String> fallback, List<String> larger) {
		return new Model(name, Strategy.PRIORITY, List.of(weighted("p-" + name, 1)), context, null,
				new Fallbacks(fallback, larger, List.of(), false));
	}

	private static Deployment priced(String provider, Price price) {
		return new Deployment(provider(provider), "m", price, 1, 1, "max_tokens");
	}

	private static Deployment provisioned(String provider) {
		return new Deployment(provider(provider), "m", PRICE, 9, 1, "max_tokens", new Capacity(null, null, true));
	}

	private void refuses(String model, String role, PhiState phi, int status, String code) {
		assertThatExceptionOfType(RoutingException.class).isThrownBy(() -> plan(model, role, phi, Set.of()))
			.satisfies((refusal) -> {
				assertThat(refusal.problem().status()).isEqualTo(status);
				assertThat(refusal.problem().code()).isEqualTo(code);
			});
	}

}
