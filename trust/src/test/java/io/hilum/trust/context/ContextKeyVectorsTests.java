package io.hilum.trust.context;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * {@link ContextKey} signs as Wycheproof's vectors for HMAC-SHA-256 say, whole tags only,
 * and takes no key that is too short.
 */
class ContextKeyVectorsTests {

	static Stream<Vector> vectors() throws IOException {
		try (InputStream in = ContextKeyVectorsTests.class.getResourceAsStream("/wycheproof/hmac_sha256_test.json")) {
			JsonNode groups = JsonMapper.shared().readTree(Objects.requireNonNull(in)).get("testGroups");
			return groups.valueStream().flatMap((group) -> group.get("tests").valueStream()).map(Vector::of);
		}
	}

	@Test
	void areAllThere() throws IOException {
		assertThat(vectors()).hasSize(174);
		assertThat(vectors().filter((vector) -> vector.valid() && vector.key().length >= 32 && vector.isWhole()))
			.hasSize(30);
	}

	@ParameterizedTest
	@MethodSource("vectors")
	void areSignedAsTheySay(Vector vector) {
		String key = Base64.getEncoder().encodeToString(vector.key());
		if (vector.key().length < 32) {
			assertThatIllegalArgumentException().isThrownBy(() -> ContextKey.parse(key));
			return;
		}
		byte[] signature = ContextKey.parse(key).sign(vector.content());
		if (vector.valid() && vector.isWhole()) {
			assertThat(signature).isEqualTo(vector.tag());
		}
		else {
			assertThat(signature).isNotEqualTo(vector.tag());
		}
	}

	record Vector(int id, byte[] key, byte[] content, byte[] tag, boolean valid) {

		static Vector of(JsonNode test) {
			return new Vector(test.get("tcId").asInt(), bytes(test, "key"), bytes(test, "msg"), bytes(test, "tag"),
					"valid".equals(test.get("result").asString()));
		}

		boolean isWhole() {
			return this.tag.length == 32;
		}

		private static byte[] bytes(JsonNode test, String field) {
			return HexFormat.of().parseHex(test.get(field).asString());
		}

		@Override
		public String toString() {
			return "vector " + this.id;
		}

	}

}
