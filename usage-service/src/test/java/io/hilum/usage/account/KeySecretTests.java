package io.hilum.usage.account;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KeySecret}.
 */
class KeySecretTests {

	@Test
	void neverPrintsItself() {
		KeySecret secret = KeySecret.of("abc123", new Random(1));
		assertThat(secret).hasToString("KeySecret[REDACTED]");
		assertThat(new IssuedKey(key(secret), secret, null, true).toString()).doesNotContain(secret.value());
	}

	@Test
	void hasAFormThatScannersFind() {
		Random random = new Random(1);
		Set<String> seen = new HashSet<>();
		for (int i = 0; i < 1000; i++) {
			String id = KeySecret.newId(random);
			assertThat(KeySecret.of(id, random).value()).matches("hlm_" + id + "_[A-Za-z0-9_-]{43}");
			assertThat(id).matches("[a-z0-9]{6,12}");
			assertThat(seen.add(id)).isTrue();
		}
	}

	@Test
	void isHashedWhole() {
		assertThat(new KeySecret("test").sha256())
			.isEqualTo("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
	}

	private static ApiKey key(KeySecret secret) {
		return new ApiKey("abc123", secret.sha256(), "n", "s", java.util.List.of("r"), "t", null, "p",
				java.util.List.of(), java.util.List.of(), null, java.time.Instant.EPOCH, "s", null, null);
	}

}
