package io.hilum.routing.catalogue.check;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import io.hilum.routing.catalogue.Agreement;
import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.CatalogueFixtures;
import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.Model;
import io.hilum.routing.catalogue.PhiMode;
import io.hilum.routing.catalogue.RolePolicy;
import io.hilum.routing.catalogue.Strategy;
import io.hilum.routing.policy.Effect;
import io.hilum.routing.policy.Policies;
import io.hilum.routing.policy.Policy;
import io.hilum.routing.policy.cel.CelConditions;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A generated catalogue is accepted if and only if a judge that knows neither CEL nor
 * classes of requests finds no leak among far more requests than the check tries.
 */
class LeakPropertyTests {

	private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

	private static final List<String> ROLES = List.of("A", "B", "C");

	private static final List<String> MODELS = List.of("m1", "m2", "m3");

	private static final List<String> PURPOSES = List.of("", "care", "study", "billing", "other");

	private static final List<String> NETWORKS = List.of("", "9.255.255.255", "10.0.0.0", "10.1.0.0", "10.1.255.255",
			"10.2.0.0", "10.255.255.255", "11.0.0.0", "::1", "no address");

	private final CelConditions conditions = new CelConditions();

	@Property(tries = 250)
	void acceptsIfAndOnlyIfThereIsNoLeak(@ForAll("plans") Design design) {
		Catalogue catalogue = design.catalogue(this.conditions);
		boolean leak = leaks(design, catalogue);
		assertThat(LeakCheck.first(catalogue, DAY).isPresent()).isEqualTo(leak);
		Statistics.label("leak")
			.collect(leak)
			.coverage((coverage) -> coverage.check(true).percentage((share) -> share > 20 && share < 80));
	}

	private static boolean leaks(Design design, Catalogue catalogue) {
		return subsets().stream()
			.anyMatch((roles) -> MODELS.stream().anyMatch((asked) -> leaks(design, catalogue, roles, asked)));
	}

	private static boolean leaks(Design design, Catalogue catalogue, Set<String> roles, String asked) {
		Model model = catalogue.models().get(asked);
		if (model == null || roles.stream().noneMatch((role) -> design.mayUse(role, asked))) {
			return false;
		}
		List<String> tried = new ArrayList<>(model.fallbacks().usual());
		tried.add(asked);
		return tried.stream()
			.filter((name) -> roles.stream().anyMatch((role) -> design.mayUse(role, name)))
			.anyMatch((name) -> leaks(design, roles, asked, name));
	}

	private static boolean leaks(Design design, Set<String> roles, String asked, String tried) {
		String provider = design.providers().get(MODELS.indexOf(tried));
		if (provider.equals("covered")) {
			return false;
		}
		boolean byRole = roles.stream().anyMatch((role) -> design.raw().contains(role) && design.mayUse(role, tried));
		for (String purpose : PURPOSES) {
			for (String network : NETWORKS) {
				for (int hour = 0; hour < 24; hour++) {
					Request request = new Request(roles, asked, tried, provider, purpose, network, hour);
					boolean allowed = byRole || design.rules()
						.stream()
						.anyMatch((rule) -> !rule.deny() && rule.atom().test().test(request));
					boolean denied = design.rules()
						.stream()
						.anyMatch((rule) -> rule.deny() && rule.atom().test().test(request));
					if (allowed && !denied) {
						return true;
					}
				}
			}
		}
		return false;
	}

	private static List<Set<String>> subsets() {
		List<Set<String>> subsets = new ArrayList<>();
		for (int bits = 1; bits < 8; bits++) {
			Set<String> subset = new HashSet<>();
			for (int i = 0; i < 3; i++) {
				if ((bits & 1 << i) != 0) {
					subset.add(ROLES.get(i));
				}
			}
			subsets.add(subset);
		}
		return subsets;
	}

	@Provide
	Arbitrary<Design> plans() {
		Arbitrary<List<String>> providers = Arbitraries.of("covered", "stranger").list().ofSize(3);
		Arbitrary<List<Set<String>>> models = Arbitraries.of(MODELS).set().ofMaxSize(3).list().ofSize(3);
		Arbitrary<List<Set<String>>> fallbacks = Arbitraries.of(MODELS).set().ofMaxSize(2).list().ofSize(3);
		Arbitrary<Set<String>> raw = Arbitraries.of(ROLES).set().ofMaxSize(3);
		Arbitrary<List<Rule>> rules = Combinators.combine(Arbitraries.of(true, true, false), conditions(2))
			.as(Rule::new)
			.list()
			.ofMaxSize(4);
		return Combinators.combine(providers, models, fallbacks, raw, rules).as(Design::new);
	}

	private static Arbitrary<Atom> conditions(int depth) {
		return (depth == 0) ? atoms() : Arbitraries.oneOf(atoms(), conditions(depth - 1).map(Atom::negated),
				Combinators.combine(conditions(depth - 1), conditions(depth - 1)).as((one, two) -> one.and(two)),
				Combinators.combine(conditions(depth - 1), conditions(depth - 1)).as((one, two) -> one.or(two)));
	}

	private static Arbitrary<Atom> atoms() {
		return Arbitraries.oneOf(
				Arbitraries.of(ROLES)
					.map((role) -> new Atom("'" + role + "' in roles", (request) -> request.roles().contains(role))),
				Arbitraries.of(MODELS)
					.map((name) -> new Atom("requested == '" + name + "'", (request) -> request.asked().equals(name))),
				Arbitraries.of(MODELS)
					.map((name) -> new Atom("model != '" + name + "'", (request) -> !request.tried().equals(name))),
				Arbitraries
					.just(new Atom("provider == 'stranger'", (request) -> request.provider().equals("stranger"))),
				Arbitraries.just(new Atom("agreement == ''", (request) -> !request.provider().equals("covered"))),
				Arbitraries.just(new Atom("phi == 'raw'", (request) -> true)),
				Arbitraries.of("care", "study", "")
					.map((value) -> new Atom("purpose == '" + value + "'",
							(request) -> request.purpose().equals(value))),
				Arbitraries.just(new Atom("purpose in ['care', 'billing']",
						(request) -> request.purpose().equals("care") || request.purpose().equals("billing"))),
				Arbitraries.of("10.0.0.0/8", "10.1.0.0/16")
					.map((range) -> new Atom("network.inside('" + range + "')",
							(request) -> request.network().startsWith(range.equals("10.0.0.0/8") ? "10." : "10.1."))),
				Arbitraries.of(0, 6, 22, 23)
					.map((hour) -> new Atom("hour < " + hour, (request) -> request.hour() < hour)),
				Arbitraries.of(0, 5, 22)
					.map((hour) -> new Atom("hour >= " + hour, (request) -> request.hour() >= hour)));
	}

	/**
	 * A request as the judge sees it.
	 */
	record Request(Set<String> roles, String asked, String tried, String provider, String purpose, String network,
			int hour) {

	}

	/**
	 * A condition, once in CEL and once in Java.
	 */
	record Atom(String text, Predicate<Request> test) {

		Atom negated() {
			return new Atom("!(" + this.text + ")", this.test.negate());
		}

		Atom and(Atom other) {
			return new Atom("(" + this.text + ") && (" + other.text + ")", this.test.and(other.test));
		}

		Atom or(Atom other) {
			return new Atom("(" + this.text + ") || (" + other.text + ")", this.test.or(other.test));
		}

		@Override
		public String toString() {
			return this.text;
		}

	}

	/**
	 * A policy.
	 */
	record Rule(boolean deny, Atom atom) {

	}

	/**
	 * What a catalogue is made of.
	 */
	record Design(List<String> providers, List<Set<String>> models, List<Set<String>> fallbacks, Set<String> raw,
			List<Rule> rules) {

		boolean mayUse(String role, String model) {
			return this.models.get(ROLES.indexOf(role)).contains(model);
		}

		Catalogue catalogue(CelConditions conditions) {
			Map<String, Model> byName = new LinkedHashMap<>();
			for (int i = 0; i < MODELS.size(); i++) {
				Deployment deployment = CatalogueFixtures.deployment(this.providers.get(i), "x", 1);
				byName.put(MODELS.get(i), CatalogueFixtures.model(MODELS.get(i), Strategy.PRIORITY,
						List.copyOf(this.fallbacks.get(i)), deployment));
			}
			Map<String, RolePolicy> roles = new LinkedHashMap<>();
			ROLES.forEach((role) -> roles.put(role, new RolePolicy(role, this.models.get(ROLES.indexOf(role)),
					this.raw.contains(role) ? PhiMode.ALLOW : PhiMode.PSEUDONYMISE)));
			List<Policy> policies = this.rules.stream()
				.map((rule) -> new Policy("p", rule.deny() ? Effect.DENY : Effect.ALLOW,
						conditions.compile(rule.atom().text()), ""))
				.toList();
			return new Catalogue("v", byName, roles,
					List.of(new Agreement("baa", Set.of("covered"), LocalDate.of(2030, 1, 1))),
					new Policies(ZoneOffset.UTC, policies));
		}

	}

}
