package io.hilum.usage.audit.chain;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link Signatures} believes what Wycheproof's vectors for Ed25519 call valid, and
 * neither forged, cut, stretched nor malleable signatures.
 */
class SignatureVectorsTests {

	static Stream<Vector> vectors() throws IOException {
		try (InputStream in = SignatureVectorsTests.class.getResourceAsStream("/wycheproof/ed25519_test.json")) {
			JsonNode groups = JsonMapper.shared().readTree(Objects.requireNonNull(in)).get("testGroups");
			return groups.valueStream()
				.flatMap((group) -> group.get("tests")
					.valueStream()
					.map((test) -> Vector.of(group.get("publicKeyPem").asString(), test)));
		}
	}

	@Test
	void areAllThere() throws IOException {
		assertThat(vectors().filter(Vector::valid)).hasSize(88);
		assertThat(vectors()).hasSize(151);
	}

	@ParameterizedTest
	@MethodSource("vectors")
	void areBelievedAsTheySay(Vector vector) throws GeneralSecurityException {
		PublicKey key = Signatures.parse(vector.key());
		Signatures signatures = new Signatures(List.of(key));
		String signature = Base64.getEncoder().encodeToString(vector.signature());
		assertThat(signatures.verify(Signatures.idOf(key), vector.content(), signature)).isEqualTo(vector.valid());
	}

	record Vector(int id, String key, byte[] content, byte[] signature, boolean valid) {

		static Vector of(String key, JsonNode test) {
			return new Vector(test.get("tcId").asInt(), key, HexFormat.of().parseHex(test.get("msg").asString()),
					HexFormat.of().parseHex(test.get("sig").asString()), "valid".equals(test.get("result").asString()));
		}

		@Override
		public String toString() {
			return "vector " + this.id;
		}

	}

}
