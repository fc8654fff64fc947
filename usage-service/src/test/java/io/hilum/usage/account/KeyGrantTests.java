package io.hilum.usage.account;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import io.hilum.usage.identity.Caller;
import io.hilum.usage.problem.UsageProblem;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KeyGrant}: no wish makes a key wider than who asks for it.
 */
class KeyGrantTests {

	private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

	private static final List<String> ROLES = List.of("Admin", "Clinician", "Billing", "Developer");

	private static final List<String> MODELS = List.of("*", "gpt-4o", "gpt-4o-mini", "claude-sonnet");

	private static final List<String> NETWORKS = List.of("10.0.0.0/8", "10.1.0.0/16", "2001:db8::/32");

	@Test
	void takesWhatIsLeftOutFromWhoAsks() {
		KeyGrant grant = KeyGrant.of(clinician(), null, wish("notebook"), NOW);
		assertThat(grant).isEqualTo(new KeyGrant("notebook", "idp|amelia", List.of("Clinician"), "cardiology", null,
				"treatment", List.of("*"), List.of(), null));
	}

	@Property(tries = 3000)
	void isNeverWiderThanWhoAsks(@ForAll("wishes") KeyRequest wish, @ForAll("keys") ApiKey key,
			@ForAll boolean withKey) {
		ApiKey own = withKey ? key : null;
		try {
			KeyGrant grant = KeyGrant.of(clinician(), own, wish, NOW);
			assertThat(grant.subject()).isEqualTo("idp|amelia");
			assertThat(grant.team()).isEqualTo("cardiology");
			assertThat(grant.purpose()).isEqualTo("treatment");
			assertThat(grant.roles()).isSubsetOf("Clinician");
			assertWithin(grant, own);
		}
		catch (UsageProblem.Refused ex) {
			assertThat(ex.code()).isEqualTo("key_too_wide");
		}
	}

	@Property(tries = 1000)
	void isNotWiderThanTheKeyOfAnAdministrator(@ForAll("wishes") KeyRequest wish, @ForAll("keys") ApiKey key) {
		try {
			assertWithin(KeyGrant.of(new Caller(clinician().context(), Set.of("Clinician")), key, wish, NOW), key);
		}
		catch (UsageProblem.Refused ex) {
			assertThat(ex.code()).isEqualTo("key_too_wide");
		}
	}

	@Property(tries = 500)
	void givesAdministratorsWhatTheyWish(@ForAll("wishes") KeyRequest wish) {
		KeyGrant grant = KeyGrant.of(new Caller(clinician().context(), Set.of("Clinician")), null, wish, NOW);
		assertThat(grant.roles()).isEqualTo((wish.roles() != null) ? wish.roles() : List.of("Clinician"));
	}

	@Provide
	Arbitrary<KeyRequest> wishes() {
		return Combinators
			.combine(subset(MODELS).injectNull(0.3), expiries(), subset(NETWORKS).injectNull(0.3),
					Arbitraries.of("cardiology", "revenue").injectNull(0.5), subset(ROLES).injectNull(0.3),
					Arbitraries.of("idp|amelia", "idp|ada").injectNull(0.5),
					Arbitraries.of("treatment", "payment").injectNull(0.5))
			.as((models, expiry, networks, team, roles, subject, purpose) -> new KeyRequest("x", models, expiry,
					networks, null, team, roles, subject, purpose, null));
	}

	@Provide
	Arbitrary<ApiKey> keys() {
		return Combinators.combine(subset(MODELS), subset(NETWORKS).injectNull(0.3), expiries())
			.as((models, networks, expiry) -> new ApiKey("k1", "", "k", "idp|amelia", List.of("Clinician"),
					"cardiology", null, "treatment", models, (networks != null) ? networks : List.of(), expiry, NOW,
					"idp|amelia", null, null));
	}

	private static void assertWithin(KeyGrant grant, @Nullable ApiKey key) {
		if (key == null) {
			return;
		}
		assertThat(key.models().contains("*") || key.models().containsAll(grant.models())).isTrue();
		assertThat(
				key.networks().isEmpty() || !grant.networks().isEmpty() && key.networks().containsAll(grant.networks()))
			.isTrue();
		assertThat(key.expiresAt() == null || grant.expiresAt() != null && !grant.expiresAt().isAfter(key.expiresAt()))
			.isTrue();
	}

	private static Arbitrary<List<String>> subset(List<String> values) {
		return Arbitraries.subsetOf(values).ofMinSize(1).map(List::copyOf);
	}

	private static Arbitrary<@Nullable Instant> expiries() {
		return Arbitraries.of(NOW.plusSeconds(60), NOW.plusSeconds(3600)).injectNull(0.4);
	}

	private static KeyRequest wish(String name) {
		return new KeyRequest(name, null, null, null, null, null, null, null, null, null);
	}

	private static Caller clinician() {
		return new Caller(new ServiceContext("r1", "idp|amelia", List.of("Clinician"), "cardiology", null, null,
				"treatment", PhiState.NONE, "p1", "c1"), Set.of("Admin"));
	}

}
