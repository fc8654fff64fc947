package io.hilum.trust.seal;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link AesGcm}.
 */
class AesGcmTests {

	private static final byte[] PLAIN = "plain".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] PLACE = { 1, 2 };

	private final AesGcm cipher = new AesGcm(AesGcm.randomKey());

	@Test
	void opensWhatWasSealedForTheSamePlace() {
		byte[] sealed = this.cipher.seal(PLAIN, PLACE);
		assertThat(this.cipher.open(sealed, PLACE)).isEqualTo(PLAIN);
		assertThat(sealed).hasSize(12 + PLAIN.length + 16).isNotEqualTo(this.cipher.seal(PLAIN, PLACE));
	}

	@Test
	void opensNothingElse() {
		byte[] sealed = this.cipher.seal(PLAIN, PLACE);
		refuses(this.cipher, sealed, new byte[0]);
		refuses(new AesGcm(AesGcm.randomKey()), sealed, PLACE);
		refuses(this.cipher, new byte[27], PLACE);
		for (int at = 0; at < sealed.length; at++) {
			byte[] changed = sealed.clone();
			changed[at] ^= 1;
			refuses(this.cipher, changed, PLACE);
		}
	}

	@Test
	void refusesAKeyOfAnotherLength() {
		assertThatIllegalArgumentException().isThrownBy(() -> new AesGcm(new byte[16])).withMessageContaining("32");
	}

	private static void refuses(AesGcm cipher, byte[] sealed, byte[] place) {
		assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> cipher.open(sealed, place));
	}

}
