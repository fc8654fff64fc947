package io.hilum.gateway.identity.jwt;

import java.io.IOException;
import java.io.InputStream;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEProcessor;
import com.nimbusds.jose.proc.JWKSecurityContext;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What selects keys and verifies the signatures of tokens ({@link IssuerKeys},
 * {@link TrustedIssuer#pin}) believes of Wycheproof's vectors for JSON Web Signatures
 * none that is invalid, and of the valid ones those of public keys.
 */
class SignatureVectorsTests {

	static Stream<Vector> vectors() throws IOException {
		try (InputStream in = SignatureVectorsTests.class
			.getResourceAsStream("/wycheproof/json_web_signature_test.json")) {
			JsonNode groups = JsonMapper.shared().readTree(Objects.requireNonNull(in)).get("testGroups");
			return groups.valueStream()
				.flatMap((group) -> group.get("tests")
					.valueStream()
					.map((test) -> Vector.of(group.has("public") ? group.get("public") : group.get("private"), test)));
		}
	}

	@Test
	void areAllThere() throws IOException {
		assertThat(vectors()).hasSize(401);
		assertThat(vectors().filter(Vector::isToBeBelieved)).hasSizeGreaterThan(30);
	}

	@ParameterizedTest
	@MethodSource("vectors")
	void areBelievedAsTheySay(Vector vector) throws ParseException {
		assertThat(believes(vector)).isEqualTo(vector.isToBeBelieved());
	}

	private static boolean believes(Vector vector) throws ParseException {
		JWKSet published = new JWKSet(JWK.parse(vector.key()));
		IssuerKeys keys = new IssuerKeys(() -> Mono.just(published), Duration.ofMinutes(1), Duration.ofSeconds(1),
				Duration.ofHours(1), Clock.systemUTC(), () -> {
				});
		try {
			List<JWK> candidates = keys.candidates(SignedJWT.parse(vector.token()))
				.collectList()
				.blockOptional(Duration.ofSeconds(60))
				.orElseThrow();
			DefaultJOSEProcessor<JWKSecurityContext> processor = new DefaultJOSEProcessor<>();
			TrustedIssuer.pin(processor);
			processor.process(JWSObject.parse(vector.token()), new JWKSecurityContext(candidates));
			return true;
		}
		catch (ParseException | BadJOSEException | JOSEException ex) {
			return false;
		}
	}

	/**
	 * A vector.
	 *
	 * @param id its id
	 * @param key the key
	 * @param token the token
	 * @param valid whether its signature is right
	 * @param isShared whether the key is a secret
	 * @param isOfOtherAlgorithm whether the key is for another algorithm than the token
	 * names; those of RFC 7520 are, and one of them for none that there is
	 */
	record Vector(int id, String key, String token, boolean valid, boolean isShared, boolean isOfOtherAlgorithm) {

		static Vector of(JsonNode key, JsonNode test) {
			String token = test.get("jws").asString();
			String algorithm = key.path("alg").asString("");
			return new Vector(test.get("tcId").asInt(), key.toString(), token,
					"valid".equals(test.get("result").asString()), "oct".equals(key.get("kty").asString()),
					!algorithm.isEmpty() && !algorithm.equals(algorithmOf(token)));
		}

		private static String algorithmOf(String token) {
			try {
				return JWSObject.parse(token).getHeader().getAlgorithm().getName();
			}
			catch (ParseException ex) {
				return "";
			}
		}

		boolean isToBeBelieved() {
			return this.valid && !this.isShared && !this.isOfOtherAlgorithm;
		}

		@Override
		public String toString() {
			return "vector " + this.id;
		}

	}

}
