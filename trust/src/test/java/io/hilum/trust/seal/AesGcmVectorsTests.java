package io.hilum.trust.seal;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * {@link AesGcm} opens what Wycheproof's vectors for AES-GCM call valid in the one form
 * that it has (key of 256 bits, nonce of 96, tag of 128), and nothing else of them.
 */
class AesGcmVectorsTests {

	static Stream<Vector> vectors() throws IOException {
		try (InputStream in = AesGcmVectorsTests.class.getResourceAsStream("/wycheproof/aes_gcm_test.json")) {
			JsonNode groups = JsonMapper.shared().readTree(Objects.requireNonNull(in)).get("testGroups");
			return groups.valueStream().flatMap((group) -> group.get("tests").valueStream()).map(Vector::of);
		}
	}

	@Test
	void areAllThere() throws IOException {
		assertThat(vectors().filter(Vector::isOurForm).filter(Vector::valid)).hasSize(39);
		assertThat(vectors().filter(Vector::isOurForm).filter((vector) -> !vector.valid())).hasSize(27);
		assertThat(vectors()).hasSize(316);
	}

	@ParameterizedTest
	@MethodSource("vectors")
	void areOpenedAsTheySay(Vector vector) {
		if (vector.key().length != 32) {
			assertThatIllegalArgumentException().isThrownBy(() -> new AesGcm(vector.key()));
		}
		else if (vector.isOurForm() && vector.valid()) {
			assertThat(new AesGcm(vector.key()).open(vector.sealed(), vector.aad())).isEqualTo(vector.plain());
		}
		else {
			assertThatExceptionOfType(SealBrokenException.class)
				.isThrownBy(() -> new AesGcm(vector.key()).open(vector.sealed(), vector.aad()));
		}
	}

	record Vector(int id, byte[] key, byte[] nonce, byte[] aad, byte[] plain, byte[] sealed, boolean valid) {

		static Vector of(JsonNode test) {
			String sealed = test.get("iv").asString() + test.get("ct").asString() + test.get("tag").asString();
			return new Vector(test.get("tcId").asInt(), bytes(test.get("key").asString()),
					bytes(test.get("iv").asString()), bytes(test.get("aad").asString()),
					bytes(test.get("msg").asString()), bytes(sealed), "valid".equals(test.get("result").asString()));
		}

		boolean isOurForm() {
			return this.key.length == 32 && this.nonce.length == 12;
		}

		private static byte[] bytes(String hex) {
			return HexFormat.of().parseHex(hex);
		}

		@Override
		public String toString() {
			return "vector " + this.id;
		}

	}

}
