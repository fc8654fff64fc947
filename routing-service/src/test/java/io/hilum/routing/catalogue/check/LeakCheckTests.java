package io.hilum.routing.catalogue.check;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.CatalogueFixtures;
import io.hilum.routing.catalogue.Model;
import io.hilum.routing.catalogue.PhiMode;
import io.hilum.routing.catalogue.RolePolicy;
import io.hilum.routing.catalogue.Strategy;
import io.hilum.routing.policy.Effect;
import io.hilum.routing.policy.Policies;
import io.hilum.routing.policy.Policy;
import io.hilum.routing.policy.cel.CelConditions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link LeakCheck}.
 */
class LeakCheckTests {

	private static final Model SAFE = CatalogueFixtures.model("safe", Strategy.PRIORITY, List.of("other"),
			CatalogueFixtures.deployment("covered", "safe", 1));

	private static final Model OTHER = CatalogueFixtures.model("other", Strategy.PRIORITY, List.of(),
			CatalogueFixtures.deployment("stranger", "other", 1));

	private final CelConditions conditions = new CelConditions();

	@Test
	void namesTheWholeWay() {
		assertThat(LeakCheck.first(catalogue(), CatalogueFixtures.TODAY)).get()
			.hasToString("raw text could reach a provider without a valid agreement: role Research -> model safe"
					+ " -> fallback other -> deployment stranger/other -> provider stranger");
	}

	@Test
	void agreementThatHasEndedIsNone() {
		Model expired = CatalogueFixtures.model("safe", Strategy.PRIORITY, List.of(),
				CatalogueFixtures.deployment("expired", "safe", 1));
		Catalogue catalogue = new Catalogue("v", Map.of("safe", expired), roles(),
				CatalogueFixtures.catalogue().agreements());
		assertThat(LeakCheck.first(catalogue, CatalogueFixtures.TODAY)).isPresent();
		assertThat(LeakCheck.first(catalogue, CatalogueFixtures.TODAY.minusDays(1))).isEmpty();
	}

	@Test
	void policyCanCloseTheWay() {
		assertThat(first(deny("phi == 'raw' && agreement == ''"))).isFalse();
		assertThat(first(deny("provider == 'stranger'"))).isFalse();
		assertThat(first(deny("requested == 'safe' && model == 'other'"))).as("asked for by its own name").isTrue();
	}

	@Test
	void twoPoliciesThatTogetherCoverAllTimesCloseTheWay() {
		assertThat(first(deny("hour < 12"), deny("hour >= 12"))).isFalse();
		assertThat(first(deny("hour < 12"), deny("hour > 12"))).isTrue();
		assertThat(first(deny("network.inside('0.0.0.0/1')"), deny("network.inside('128.0.0.0/1')"),
				deny("!network.inside('::/0') && network == ''"), deny("network.inside('::/0')")))
			.as("what is no address at all")
			.isTrue();
	}

	@Test
	void permissionIsCheckedLikeARole() {
		Policy allow = new Policy("p", Effect.ALLOW,
				this.conditions.compile("phi == 'raw' && purpose == 'research' && 'Billing' in roles"), "");
		Catalogue catalogue = with(Map.of("Billing", new RolePolicy("Billing", Set.of("*"), PhiMode.PSEUDONYMISE)),
				allow);
		assertThat(LeakCheck.first(catalogue, CatalogueFixtures.TODAY)).get()
			.satisfies((leak) -> assertThat(leak.toString()).contains("role Billing", "purpose 'research'"));
	}

	@Test
	void refusesMoreCombinationsThanItCanTry() {
		StringBuilder roles = new StringBuilder("'R0' in roles");
		for (int i = 1; i < 30; i++) {
			roles.append(" || 'R").append(i).append("' in roles");
		}
		Catalogue catalogue = with(roles(), deny(roles.toString()));
		assertThatIllegalArgumentException().isThrownBy(() -> LeakCheck.first(catalogue, CatalogueFixtures.TODAY))
			.withMessageContaining("too many combinations");
	}

	private boolean first(Policy... policies) {
		return LeakCheck.first(with(roles(), policies), CatalogueFixtures.TODAY).isPresent();
	}

	private Policy deny(String when) {
		return new Policy(when, Effect.DENY, this.conditions.compile(when), "");
	}

	private static Map<String, RolePolicy> roles() {
		return Map.of("Research", new RolePolicy("Research", Set.of("*"), PhiMode.ALLOW));
	}

	private static Catalogue catalogue() {
		return with(roles());
	}

	private static Catalogue with(Map<String, RolePolicy> roles, Policy... policies) {
		Catalogue plain = CatalogueFixtures.catalogue(SAFE, OTHER);
		return new Catalogue("v", plain.models(), roles, plain.agreements(),
				new Policies(Policies.NONE.zone(), List.of(policies)));
	}

}
