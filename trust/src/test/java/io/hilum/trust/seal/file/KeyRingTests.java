package io.hilum.trust.seal.file;

import java.time.Duration;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.hilum.trust.seal.AesGcm;
import io.hilum.trust.seal.KeyKeeperException;
import io.hilum.trust.seal.SealBrokenException;
import io.hilum.trust.seal.WrappedKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link KeyRing}; what it has in common with other keepers is tested with
 * {@link FileKeyKeeper}.
 */
class KeyRingTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final String ONE = Base64.getEncoder().encodeToString(AesGcm.randomKey());

	private static final String TWO = Base64.getEncoder().encodeToString(AesGcm.randomKey());

	@Test
	void namesKeysByTheirFingerprintsWhateverTheirOrder() {
		WrappedKey wrapped = KeyRing.of(List.of(ONE, TWO)).wrap(new byte[64]).blockOptional(PATIENCE).orElseThrow();
		assertThat(KeyRing.of(List.of(TWO, ONE)).unwrap(wrapped).block(PATIENCE)).isEqualTo(new byte[64]);
		assertThat(wrapped.keyId()).matches("[0-9a-f]{16}")
			.isEqualTo(KeyRing.of(List.of(ONE)).current().block(PATIENCE))
			.isNotEqualTo(KeyRing.of(List.of(TWO)).current().block(PATIENCE));
	}

	@Test
	void opensNothingThatIsNoBase64() {
		KeyRing ring = KeyRing.of(List.of(ONE));
		String id = ring.current().blockOptional(PATIENCE).orElseThrow();
		assertThatExceptionOfType(SealBrokenException.class)
			.isThrownBy(() -> ring.unwrap(new WrappedKey(id, "no*base64")).block(PATIENCE));
	}

	@ParameterizedTest
	@ValueSource(strings = { "c2VjcmV0", "no*base64", "" })
	void refusesWhatIsNoKeyWithoutQuotingIt(String secret) {
		assertThatExceptionOfType(KeyKeeperException.class).isThrownBy(() -> KeyRing.of(List.of(ONE, secret)))
			.matches((ex) -> secret.isEmpty() || !String.valueOf(ex.getMessage()).contains(secret));
	}

	@Test
	void refusesNoKeysAndTheSameOneTwice() {
		assertThatExceptionOfType(KeyKeeperException.class).isThrownBy(() -> KeyRing.of(List.of()));
		assertThatExceptionOfType(KeyKeeperException.class).isThrownBy(() -> KeyRing.of(List.of(ONE, ONE)));
	}

	@Test
	void printsNoKey() {
		assertThat(KeyRing.of(List.of(ONE)).toString()).doesNotContain(ONE.substring(0, 10));
	}

}
