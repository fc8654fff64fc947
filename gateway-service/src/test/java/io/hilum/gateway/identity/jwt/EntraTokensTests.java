package io.hilum.gateway.identity.jwt;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.hilum.gateway.MutableClock;
import io.hilum.gateway.identity.Caller;
import io.hilum.gateway.identity.GroupSource;
import io.hilum.gateway.identity.IdentityFixtures;
import io.hilum.gateway.identity.IdentityProperties;
import io.hilum.gateway.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tokens in the shapes that Entra ID documents ("Access tokens", "Access token claims
 * reference", "Configure group claims"), v1 and v2, beside those of Keycloak.
 */
class EntraTokensTests {

	private static final String TENANT = "aaaabbbb-0000-cccc-1111-dddd2222eeee";

	private static final String V1 = "https://sts.windows.net/" + TENANT + "/";

	private static final String V2 = "https://login.microsoftonline.com/" + TENANT + "/v2.0";

	private static final String KEYCLOAK = "https://login.example/realms/hilum";

	private static final String API = "00001111-aaaa-2222-bbbb-3333cccc4444";

	private static final String PORTAL = "11112222-bbbb-3333-cccc-4444dddd5555";

	private static final String AMELIA = "22223333-cccc-4444-dddd-5555eeee6666";

	private static final String WARD = "33334444-dddd-5555-eeee-6666ffff7777";

	private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

	private static final SignedTokens ENTRA_KEY = new SignedTokens("entra");

	private static final SignedTokens KEYCLOAK_KEY = new SignedTokens("keycloak");

	private final MutableClock clock = new MutableClock(NOW);

	private @Nullable GroupSource graph;

	@Test
	void takesTokensOfBothVersionsAndOfKeycloakSideBySide() {
		JwtVerifier verifier = verifier();
		Caller second = verified(verifier, v2(Map.of("roles", List.of("Hilum.Clinician"))));
		assertThat(second.subject()).isEqualTo(V2 + "|" + AMELIA);
		assertThat(second.roles()).containsExactly("Clinician");
		assertThat(second.application()).isEqualTo(PORTAL);
		Caller first = verified(verifier, v1(Map.of("roles", List.of("Hilum.Clinician"))));
		assertThat(first.subject()).isEqualTo(V1 + "|" + AMELIA);
		assertThat(first.application()).isEqualTo(PORTAL);
		Caller other = verified(verifier,
				KEYCLOAK_KEY.token(Map.of("iss", KEYCLOAK, "aud", "hilum-gateway", "sub", "bo", "typ", "Bearer", "azp",
						"portal", "realm_access", Map.of("roles", List.of("Billing"))), NOW.plusSeconds(300)));
		assertThat(other.roles()).containsExactly("Billing");
	}

	@Test
	void keepsIssuersApart() {
		JwtVerifier verifier = verifier();
		assertThat(refusal(verifier, ENTRA_KEY.token(
				Map.of("iss", KEYCLOAK, "aud", "hilum-gateway", "sub", "bo", "typ", "Bearer"), NOW.plusSeconds(300))))
			.isEqualTo("invalid_token");
		assertThat(refusal(verifier, v2(Map.of("aud", "hilum-gateway")))).isEqualTo("invalid_token");
		assertThat(refusal(verifier, v2(Map.of("aud", "api://" + API)))).isEqualTo("invalid_token");
		assertThat(refusal(verifier, v1(Map.of("aud", API)))).isEqualTo("invalid_token");
		assertThat(refusal(verifier, v2(Map.of("iss", V2.replace("aaaa", "ffff"))))).isEqualTo("invalid_token");
	}

	@Test
	void refusesIdTokens() {
		Map<String, Object> idToken = Map.of("iss", V2, "aud", API, "sub", "pairwise", "oid", AMELIA, "tid", TENANT,
				"ver", "2.0", "name", "Amelia", "preferred_username", "amelia@hospital.example", "roles",
				List.of("Hilum.Clinician"));
		assertThat(refusal(verifier(), ENTRA_KEY.token(idToken, NOW.plusSeconds(300)))).isEqualTo("invalid_token");
	}

	@Test
	void givesRolesAndTeamsByGroupsAndNothingThatIsNotMapped() {
		Caller caller = verified(verifier(), v2(Map.of("groups", List.of(WARD, "99999999-0000-0000-0000-000000000000"),
				"roles", List.of("Admin", "Clinician"))));
		assertThat(caller.roles()).containsExactly("Researcher");
		assertThat(caller.team()).isEqualTo("cardiology");
		assertThat(verified(verifier(), v2(Map.of())).roles()).isEmpty();
	}

	@Test
	void knowsProgramsThatSignInByThemselves() {
		Caller program = verified(verifier(),
				v2(Map.of("idtyp", "app", "azpacr", "2", "oid", PORTAL, "sub", PORTAL, "roles", List.of())));
		assertThat(program.roles()).containsExactly("Billing");
		assertThat(program.team()).isEqualTo("revenue");
		assertThat(program.assurance().stepUp()).isNull();
		assertThat(program.signIn().person()).isFalse();
		Map<String, Object> withoutKind = new HashMap<>(claims(V1, "api://" + API, "appid"));
		withoutKind.remove("scp");
		withoutKind.put("sub", AMELIA);
		assertThat(verified(verifier(), ENTRA_KEY.token(withoutKind, NOW.plusSeconds(300))).roles())
			.containsExactly("Billing");
		assertThat(verified(verifier(), v2(Map.of("idtyp", "user"))).roles()).isEmpty();
	}

	@Test
	void readsAuthenticationContextsOfConditionalAccess() {
		Caller caller = verified(verifier(), v2(Map.of("acrs", List.of("c1", "p1"), "acr", "1", "amr", List.of("pwd"),
				"auth_time", NOW.minusSeconds(60).getEpochSecond())));
		assertThat(caller.assurance().contexts()).contains("c1", "p1", "1");
		assertThat(caller.assurance().secondFactor()).isFalse();
		assertThat(caller.assurance().signedInAt()).isEqualTo(NOW.minusSeconds(60));
		assertThat(caller.assurance().stepUp()).isNotNull()
			.satisfies((stepUp) -> assertThat(stepUp.asClaims()).isTrue());
		assertThat(verified(verifier(), v2(Map.of("amr", List.of("pwd", "mfa")))).assurance().secondFactor()).isTrue();
		assertThat(verified(verifier(), v2(Map.of("acrs", "c9"))).assurance().secondFactor()).isTrue();
	}

	@Test
	void refusesATokenThatCannotListItsGroups() {
		for (Map<String, Object> overage : List.of(overage(), Map.<String, Object>of("hasgroups", true),
				Map.<String, Object>of("hasgroups", "true"))) {
			assertThat(refusal(verifier(), v2(overage))).isEqualTo("groups_not_in_token");
		}
	}

	@Test
	void asksGraphForGroupsThatATokenDoesNotList() {
		this.graph = (member, among) -> Mono.just(member.equals(AMELIA) ? asked(among) : Set.of());
		assertThat(verified(verifier(), v2(overage())).roles()).containsExactly("Researcher");
		this.graph = (member, among) -> Mono.just(Set.of());
		assertThat(verified(verifier(), v2(overage())).roles()).isEmpty();
	}

	@Test
	void doesNotCareForGroupsThatMeanNothing() {
		IdentityProperties properties = IdentityFixtures
			.properties(List.of(IdentityFixtures.issuer(V2, API, "roles-claim", "roles", "subject-claim", "oid")));
		JwtVerifier verifier = verifier(properties);
		Map<String, Object> claims = new HashMap<>(overage());
		claims.put("roles", List.of("Clinician"));
		assertThat(verified(verifier, v2(claims)).roles()).containsExactly("Clinician");
	}

	private static Set<String> asked(Collection<String> among) {
		assertThat(among).containsExactly(WARD);
		return Set.of(WARD);
	}

	private static Map<String, Object> overage() {
		return Map.of("_claim_names", Map.of("groups", "src1"), "_claim_sources", Map.of("src1",
				Map.of("endpoint", "https://graph.windows.net/" + TENANT + "/users/" + AMELIA + "/getMemberObjects")));
	}

	private static String v2(Map<String, Object> more) {
		Map<String, Object> claims = claims(V2, API, "azp");
		claims.putAll(Map.of("ver", "2.0", "azpacr", "0", "preferred_username", "amelia@hospital.example"));
		claims.putAll(more);
		return ENTRA_KEY.token(claims, NOW.plusSeconds(300));
	}

	private static String v1(Map<String, Object> more) {
		Map<String, Object> claims = claims(V1, "api://" + API, "appid");
		claims.putAll(Map.of("ver", "1.0", "appidacr", "0", "upn", "amelia@hospital.example", "ipaddr", "203.0.113.9"));
		claims.putAll(more);
		return ENTRA_KEY.token(claims, NOW.plusSeconds(300));
	}

	private static Map<String, Object> claims(String issuer, String audience, String client) {
		return new HashMap<>(Map.of("iss", issuer, "aud", audience, "sub", "pairwise-per-application", "oid", AMELIA,
				"tid", TENANT, client, PORTAL, "scp", "access_as_user", "uti", "k1", "rh", "0.AAAA"));
	}

	private JwtVerifier verifier() {
		return verifier(IdentityFixtures.properties(List.of(entra(V1, "api://" + API), entra(V2, API),
				IdentityFixtures.issuer(KEYCLOAK, "hilum-gateway"))));
	}

	private static Map<String, String> entra(String issuer, String audience) {
		return IdentityFixtures.issuer(issuer, audience, "roles-claim", "roles", "subject-claim", "oid",
				"second-factor-context", "c9", "memberships[0].role", "Hilum.Clinician", "memberships[0].roles[0]",
				"Clinician", "memberships[1].group", WARD, "memberships[1].roles[0]", "Researcher",
				"memberships[1].team", "cardiology", "memberships[2].application", PORTAL, "memberships[2].roles[0]",
				"Billing", "memberships[2].team", "revenue");
	}

	private JwtVerifier verifier(IdentityProperties properties) {
		var cache = JwtVerifier.cache(10, this.clock);
		return new JwtVerifier(properties.issuers()
			.stream()
			.map((issuer) -> new TrustedIssuer(issuer, properties, keys(issuer, properties), this.graph, this.clock))
			.toList(), cache, 8192, this.clock);
	}

	private IssuerKeys keys(IdentityProperties.Issuer issuer, IdentityProperties properties) {
		SignedTokens key = issuer.issuer().equals(KEYCLOAK) ? KEYCLOAK_KEY : ENTRA_KEY;
		return new IssuerKeys(() -> Mono.just(key.published()), properties.keySetMinInterval(),
				properties.keySetFirstInterval(), properties.keySetMaxAge(), this.clock, () -> {
				});
	}

	private static Caller verified(JwtVerifier verifier, String token) {
		Caller[] found = new Caller[1];
		StepVerifier.create(verifier.verify(token).doOnNext((caller) -> found[0] = caller))
			.expectNextCount(1)
			.expectComplete()
			.verify(Duration.ofSeconds(30));
		return found[0];
	}

	private static String refusal(JwtVerifier verifier, String token) {
		String[] code = new String[1];
		StepVerifier.create(verifier.verify(token)).expectErrorSatisfies((ex) -> {
			assertThat(ex).isInstanceOf(ProblemException.class);
			code[0] = ((ProblemException) ex).problem().code();
		}).verify(Duration.ofSeconds(30));
		return code[0];
	}

}
