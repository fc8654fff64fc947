package io.hilum.gateway.identity.jwt;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.hilum.gateway.MutableClock;
import io.hilum.gateway.identity.Caller;
import io.hilum.gateway.identity.IdentityFixtures;
import io.hilum.gateway.identity.IdentityProperties;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JwtVerifier}: what a token must be, and attacks that have worked
 * elsewhere.
 */
class JwtVerifierTests {

	private static final String ISSUER = "https://login.example/realms/hilum";

	private static final String AUDIENCE = "hilum-gateway";

	private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

	private static final RSAKey RSA = rsa("k1");

	private static final RSAKey OTHER_RSA = rsa("k1");

	private static final ECKey EC = ec("e1");

	private final MutableClock clock = new MutableClock(NOW);

	private final AtomicInteger fetches = new AtomicInteger();

	private volatile Mono<JWKSet> published = Mono
		.just(new JWKSet(List.of(RSA.toPublicJWK(), EC.toPublicJWK(), secretKeyOf("s1"))));

	private final JwtVerifier verifier = verifier();

	@Test
	void believesATokenOfItsIssuer() {
		Caller caller = verified(rsa((claims) -> claims.claim("team", "cardiology").claim("azp", "portal")));
		assertThat(caller.subject()).isEqualTo(ISSUER + "|amelia");
		assertThat(caller.roles()).containsExactly("Clinician");
		assertThat(caller.team()).isEqualTo("cardiology");
		assertThat(caller.application()).isEqualTo("portal");
		assertThat(caller.assurance().secondFactor()).isFalse();
	}

	@Test
	void believesEllipticCurvesAndAccessTokenTypes() {
		assertThat(verified(
				sign(header(JWSAlgorithm.ES256, "e1").type(new JOSEObjectType("at+jwt")).build(), claims(), signer(EC)))
			.roles()).containsExactly("Clinician");
		assertThat(verified(sign(header(JWSAlgorithm.PS256, "k1").build(), claims(), signer(RSA))).team())
			.isEqualTo("unassigned");
	}

	@Test
	void seesASecondFactor() {
		assertThat(verified(rsa((claims) -> claims.claim("amr", List.of("pwd", "mfa")))).assurance().secondFactor())
			.isTrue();
		assertThat(verified(rsa((claims) -> claims.claim("amr", List.of("pwd")))).assurance().secondFactor()).isFalse();
		assertThat(verified(rsa((claims) -> claims.claim("acr", "phr"))).assurance().secondFactor()).isTrue();
	}

	@Test
	void tellsPeopleFromPrograms() {
		assertThat(verified(rsa((claims) -> claims.claim("azp", "portal"))).signIn().person()).isTrue();
		assertThat(verified(rsa((claims) -> claims.subject("job").claim("client_id", "job"))).signIn().person())
			.isFalse();
		assertThat(
				verified(rsa((claims) -> claims.claim("preferred_username", "service-account-job"))).signIn().person())
			.isFalse();
		assertThat(verified(rsa((claims) -> claims.claim("gty", "client-credentials"))).signIn().person()).isFalse();
		Caller actedFor = verified(rsa((claims) -> claims.claim("act", Map.of("sub", "job"))));
		assertThat(actedFor.assurance().stepUp()).isNotNull();
		assertThat(actedFor.signIn().person()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "None", "nOnE", "NONE", "" })
	void refusesTokensWithoutASignature(String algorithm) {
		String header = base64("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}");
		refused(header + "." + base64(claims().toString()) + ".");
		refused(header + "." + base64(claims().toString()) + "." + base64("x"));
	}

	@Test
	void refusesAPublicKeyUsedAsASharedSecret() throws JOSEException {
		byte[] publicKey = RSA.toRSAPublicKey().getEncoded();
		for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.HS256, JWSAlgorithm.HS384, JWSAlgorithm.HS512)) {
			refused(sign(header(algorithm, "k1").build(), claims(), new MACSigner(publicKey)));
			refused(sign(header(algorithm, null).build(), claims(), new MACSigner(publicKey)));
		}
	}

	@Test
	void refusesASharedSecretThatTheIssuerPublishes() throws JOSEException {
		refused(sign(header(JWSAlgorithm.HS256, "s1").build(), claims(), new MACSigner(secretKeyOf("s1"))));
	}

	@Test
	void refusesTheSignatureOfAnybodyElse() {
		refused(sign(header(JWSAlgorithm.RS256, "k1").build(), claims(), signer(OTHER_RSA)));
		assertThat(refused(sign(header(JWSAlgorithm.RS256, "k1").build(), claims(), signer(OTHER_RSA))))
			.isEqualTo("token_signature_invalid");
	}

	@Test
	void looksForKeysOnlyWhereItWasTold() {
		JWSHeader withKey = header(JWSAlgorithm.RS256, "k1").jwk(OTHER_RSA.toPublicJWK())
			.jwkURL(URI.create("http://127.0.0.1:1/keys"))
			.x509CertURL(URI.create("http://127.0.0.1:1/cert"))
			.build();
		refused(sign(withKey, claims(), signer(OTHER_RSA)));
		assertThat(verified(sign(withKey, claims(), signer(RSA))).subject()).endsWith("|amelia");
	}

	@ParameterizedTest
	@ValueSource(strings = { "../../../dev/null", "' OR 1=1 --", "http://169.254.169.254/", "", "k1 ", "K1" })
	void takesAKeyIdAsANameOnly(String kid) {
		refused(sign(header(JWSAlgorithm.RS256, kid).build(), claims(), signer(OTHER_RSA)));
	}

	@Test
	void refusesLongTokens() {
		assertThat(refused(rsa((claims) -> claims.claim("x", "y".repeat(10_000))))).isEqualTo("token_too_long");
	}

	@Test
	void refusesCriticalHeadersThatItDoesNotKnow() {
		refused(sign(header(JWSAlgorithm.RS256, "k1").criticalParams(Set.of("exp")).customParam("exp", 1).build(),
				claims(), signer(RSA)));
	}

	@Test
	void refusesTheZeroSignatureOfCurves() {
		String signed = sign(header(JWSAlgorithm.ES256, "e1").build(), claims(), signer(EC));
		String zero = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);
		refused(signed.substring(0, signed.lastIndexOf('.') + 1) + zero);
	}

	@Test
	void refusesOtherTypesOfTokens() {
		for (String type : List.of("ID", "Refresh", "Offline", "Logout")) {
			assertThat(refused(rsa((claims) -> claims.claim("typ", type)))).isEqualTo("token_of_other_kind");
		}
		for (String onlyInIdTokens : List.of("nonce", "at_hash", "c_hash")) {
			assertThat(refused(rsa((claims) -> claims.claim("typ", null).claim(onlyInIdTokens, "x"))))
				.isEqualTo("token_of_other_kind");
		}
		refused(sign(header(JWSAlgorithm.RS256, "k1").type(new JOSEObjectType("dpop+jwt")).build(), claims(),
				signer(RSA)));
	}

	@Test
	void refusesOtherAudiences() {
		assertThat(refused(rsa((claims) -> claims.audience("account")))).isEqualTo("token_for_other_audience");
		assertThat(refused(rsa((claims) -> claims.audience((String) null)))).isEqualTo("token_for_other_audience");
		assertThat(refused(rsa((claims) -> claims.audience("hilum-gateway2")))).isEqualTo("token_for_other_audience");
		assertThat(verified(rsa((claims) -> claims.audience(List.of("account", AUDIENCE)))).team())
			.isEqualTo("unassigned");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { ISSUER + "/", "https://login.example/realms/other", "https://login.example/realms/hilum2", "" })
	void refusesOtherIssuers(String issuer) {
		assertThat(refused(rsa((claims) -> claims.issuer(issuer)))).isEqualTo("token_of_unknown_issuer");
	}

	@Test
	void refusesTokensOutsideTheirTime() {
		assertThat(refused(rsa((claims) -> claims.expirationTime(null)))).isEqualTo("token_without_expiry");
		assertThat(refused(rsa((claims) -> claims.expirationTime(Date.from(NOW.minusSeconds(11))))))
			.isEqualTo("token_expired");
		assertThat(refused(rsa((claims) -> claims.notBeforeTime(Date.from(NOW.plusSeconds(11))))))
			.isEqualTo("token_not_yet_valid");
		assertThat(verified(rsa((claims) -> claims.expirationTime(Date.from(NOW.minusSeconds(9))))).subject())
			.endsWith("amelia");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"exp\":\"9999999999\"", "\"exp\":9999999999,\"nbf\":\"0\"", "\"exp\":null",
			"\"exp\":[1]", "\"exp\":{}", "\"exp\":1e400" })
	void refusesTimesThatAreNoNumbers(String time) throws JOSEException {
		JWSObject token = new JWSObject(header(JWSAlgorithm.RS256, "k1").build(), new Payload("{\"iss\":\"" + ISSUER
				+ "\",\"aud\":\"" + AUDIENCE + "\",\"sub\":\"amelia\",\"typ\":\"Bearer\"," + time + "}"));
		token.sign(signer(RSA));
		refused(token.serialize());
	}

	@Test
	void refusesWhatIsNoToken() {
		for (String token : List.of("a", "a.b", "a.b.c", "a.b.c.d.e", "..", "....", "e30.e30.e30")) {
			refused(token);
		}
		refused(base64("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}") + "..a.b.c");
	}

	@Test
	void remembersAVerifiedTokenUntilItExpires() {
		String token = rsa((claims) -> claims.expirationTime(Date.from(NOW.plusSeconds(60))));
		verified(token);
		this.published = Mono.error(new IllegalStateException("away"));
		this.clock.advance(Duration.ofSeconds(59));
		verified(token);
		this.clock.advance(Duration.ofSeconds(12));
		assertThat(refused(token)).isEqualTo("token_expired");
	}

	@Test
	void neverTakesOneTokenForAnother() {
		String amelia = rsa((claims) -> claims.jwtID("same"));
		String bo = rsa((claims) -> claims.jwtID("same").subject("bo"));
		assertThat(verified(amelia).subject()).endsWith("|amelia");
		assertThat(verified(bo).subject()).endsWith("|bo");
		String forged = amelia.substring(0, amelia.length() - 4) + (amelia.endsWith("AAAA") ? "BBBB" : "AAAA");
		refused(forged);
	}

	@Test
	void fetchesKeysOncePerIntervalForUnknownIds() {
		verified(rsa((claims) -> {
		}));
		for (int i = 0; i < 100; i++) {
			refused(sign(header(JWSAlgorithm.RS256, "unknown" + i).build(), claims(), signer(OTHER_RSA)));
		}
		assertThat(this.fetches).hasValue(1);
		this.clock.advance(Duration.ofSeconds(31));
		refused(sign(header(JWSAlgorithm.RS256, "unknown").build(), claims(), signer(OTHER_RSA)));
		assertThat(this.fetches).hasValue(2);
	}

	@Test
	void followsARotationOfKeys() {
		verified(rsa((claims) -> {
		}));
		RSAKey next = rsa("k2");
		this.published = Mono.just(new JWKSet(next.toPublicJWK()));
		this.clock.advance(Duration.ofSeconds(31));
		verified(sign(header(JWSAlgorithm.RS256, "k2").build(), claims(), signer(next)));
		assertThat(refused(rsa((claims) -> {
		}))).isEqualTo("token_signature_invalid");
	}

	@Test
	void livesThroughAnOutageOfTheIssuer() {
		verified(rsa((claims) -> claims.subject("one")));
		this.published = Mono.error(new IllegalStateException("away"));
		this.clock.advance(Duration.ofMinutes(1));
		refused(sign(header(JWSAlgorithm.RS256, "unknown").build(), claims(), signer(OTHER_RSA)));
		verified(rsa((claims) -> claims.subject("two")));
	}

	@Test
	void stopsBelievingKeysThatAreTooOld() {
		verified(rsa((claims) -> claims.subject("one")));
		this.published = Mono.error(new IllegalStateException("away"));
		this.clock.advance(Duration.ofHours(24));
		verified(
				rsa((claims) -> claims.subject("two").expirationTime(Date.from(this.clock.instant().plusSeconds(60)))));
		this.clock.advance(Duration.ofSeconds(1));
		unavailable(rsa(
				(claims) -> claims.subject("three").expirationTime(Date.from(this.clock.instant().plusSeconds(60)))));
		this.published = Mono.just(new JWKSet(RSA.toPublicJWK()));
		this.clock.advance(Duration.ofSeconds(2));
		verified(rsa(
				(claims) -> claims.subject("four").expirationTime(Date.from(this.clock.instant().plusSeconds(60)))));
	}

	@Test
	void knowsAccessTokensOfProvidersThatDoNotSaySo() {
		refused(rsa((claims) -> claims.claim("typ", null)));
		for (String claim : List.of("azp", "appid", "client_id", "scp")) {
			assertThat(verified(rsa((claims) -> claims.claim("typ", null).claim(claim, "x"))).subject())
				.endsWith("|amelia");
		}
		assertThat(refused(rsa((claims) -> claims.claim("typ", null).claim("azp", "x").claim("nonce", "n"))))
			.isEqualTo("token_of_other_kind");
	}

	@Test
	void recordsOnWhoseBehalfWhoActs() {
		Map<String, Object> chain = Map.of("sub", "agent", "act", Map.of("client_id", "portal", "act", Map.of("x", 1)));
		assertThat(verified(rsa((claims) -> claims.claim("act", chain))).actors()).containsExactly("agent", "portal");
		assertThat(verified(rsa((claims) -> claims.claim("act", "root"))).actors()).isEmpty();
	}

	/**
	 * Ledger and audit would refuse the events of such a caller, and nobody would pay.
	 */
	@Test
	void refusesNamesThatNobodyCanPutOnRecord() {
		for (String none : List.of("a".repeat(513), "a\u0000b", "a\nb")) {
			assertThat(refused(rsa((claims) -> claims.claim("team", none)))).isEqualTo("token_name_malformed");
			assertThat(refused(rsa((claims) -> claims.claim("azp", none)))).isEqualTo("token_name_malformed");
			assertThat(refused(rsa((claims) -> claims.subject(none)))).isEqualTo("token_name_malformed");
			assertThat(refused(rsa((claims) -> claims.claim("act", Map.of("sub", none)))))
				.isEqualTo("token_name_malformed");
			assertThat(
					verified(rsa((claims) -> claims.claim("realm_access", Map.of("roles", List.of("Clinician", none)))))
						.roles())
				.containsExactly("Clinician");
		}
		assertThat(refused(rsa((claims) -> claims.claim("team", List.of(""))))).isEqualTo("token_name_malformed");
		assertThat(verified(rsa((claims) -> claims.claim("team", "Kardiologie Süd \uD83D\uDE00"))).team())
			.endsWith("\uD83D\uDE00");
	}

	@Test
	void saysWhenItCannotKnow() {
		this.published = Mono.error(new IllegalStateException("away"));
		unavailable(rsa((claims) -> {
		}));
	}

	private void unavailable(String token) {
		StepVerifier.create(this.verifier.verify(token)).expectErrorSatisfies((ex) -> {
			assertThat(ex).isInstanceOf(ProblemException.class);
			assertThat(((ProblemException) ex).problem()).isInstanceOf(GatewayProblem.Unavailable.class);
		}).verify(Duration.ofSeconds(60));
	}

	private JwtVerifier verifier() {
		IdentityProperties properties = IdentityFixtures.properties(List.of(IdentityFixtures.issuer(ISSUER, AUDIENCE)));
		var cache = JwtVerifier.cache(100, this.clock);
		KeySetSource source = () -> Mono.defer(() -> {
			this.fetches.incrementAndGet();
			return this.published;
		});
		IssuerKeys keys = new IssuerKeys(source, properties.keySetMinInterval(), properties.keySetFirstInterval(),
				properties.keySetMaxAge(), this.clock, cache::invalidateAll);
		return new JwtVerifier(
				List.of(new TrustedIssuer(properties.issuers().getFirst(), properties, keys, null, this.clock)), cache,
				8192, this.clock);
	}

	private Caller verified(String token) {
		Caller[] found = new Caller[1];
		StepVerifier.create(this.verifier.verify(token).doOnNext((caller) -> found[0] = caller))
			.expectNextCount(1)
			.expectComplete()
			.verify(Duration.ofSeconds(60));
		return found[0];
	}

	private String refused(String token) {
		String[] reason = new String[1];
		StepVerifier.create(this.verifier.verify(token)).expectErrorSatisfies((ex) -> {
			assertThat(ex).isInstanceOf(ProblemException.class);
			GatewayProblem problem = ((ProblemException) ex).problem();
			assertThat(problem).isInstanceOf(GatewayProblem.Unauthenticated.class);
			reason[0] = ((GatewayProblem.Unauthenticated) problem).reason();
		}).verify(Duration.ofSeconds(60));
		return reason[0];
	}

	private static String rsa(Consumer<JWTClaimsSet.Builder> change) {
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder(claims());
		change.accept(claims);
		return sign(header(JWSAlgorithm.RS256, "k1").build(), claims.build(), signer(RSA));
	}

	private static JWTClaimsSet claims() {
		return new JWTClaimsSet.Builder().issuer(ISSUER)
			.audience(AUDIENCE)
			.subject("amelia")
			.expirationTime(Date.from(NOW.plusSeconds(300)))
			.claim("typ", "Bearer")
			.claim("realm_access", Map.of("roles", List.of("Clinician")))
			.build();
	}

	private static JWSHeader.Builder header(JWSAlgorithm algorithm, @Nullable String kid) {
		return new JWSHeader.Builder(algorithm).keyID(kid).type(JOSEObjectType.JWT);
	}

	private static String sign(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
		try {
			SignedJWT token = new SignedJWT(header, claims);
			token.sign(signer);
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static JWSSigner signer(RSAKey key) {
		try {
			return new RSASSASigner(key);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static JWSSigner signer(ECKey key) {
		try {
			return new ECDSASigner(key);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static RSAKey rsa(String kid) {
		try {
			return new RSAKeyGenerator(2048).keyID(kid).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static ECKey ec(String kid) {
		try {
			return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static OctetSequenceKey secretKeyOf(String kid) {
		return new OctetSequenceKey.Builder(Base64URL.encode("s".repeat(64))).keyID(kid).build();
	}

	private static String base64(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

}
