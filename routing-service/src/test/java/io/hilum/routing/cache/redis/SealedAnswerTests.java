package io.hilum.routing.cache.redis;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import javax.crypto.spec.SecretKeySpec;

import io.hilum.routing.cache.CacheKey;
import io.hilum.routing.cache.CachedAnswer;
import io.hilum.routing.tokens.TokenCounts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link SealedAnswer}.
 */
class SealedAnswerTests {

	private static final CacheKey KEY = key("id", 1);

	private static final CachedAnswer ANSWER = new CachedAnswer("p/m", "m-1", new TokenCounts(1, 2, 3, 4, 5, 6, 7),
			"data: hello\n\n".getBytes(StandardCharsets.UTF_8));

	@Test
	void opensWhatWasSealed() {
		CachedAnswer opened = SealedAnswer.open(SealedAnswer.seal(ANSWER, KEY), KEY);
		assertThat(opened).usingRecursiveComparison().isEqualTo(ANSWER);
	}

	@Test
	void showsNothingAndNeverTheSame() {
		byte[] sealed = SealedAnswer.seal(ANSWER, KEY);
		assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("hello", "p/m");
		assertThat(sealed).isNotEqualTo(SealedAnswer.seal(ANSWER, KEY));
	}

	@Test
	void opensNothingElse() {
		byte[] sealed = SealedAnswer.seal(ANSWER, KEY);
		refuses(sealed, key("id", 2));
		refuses(sealed, key("other", 1));
		refuses(new byte[0], KEY);
		refuses(Arrays.copyOf(sealed, sealed.length - 1), KEY);
		for (int at = 0; at < sealed.length; at++) {
			byte[] changed = sealed.clone();
			changed[at] ^= 1;
			refuses(changed, KEY);
		}
	}

	private static void refuses(byte[] sealed, CacheKey key) {
		assertThatIllegalArgumentException().isThrownBy(() -> SealedAnswer.open(sealed, key));
	}

	private static CacheKey key(String id, int seal) {
		byte[] bytes = new byte[32];
		bytes[0] = (byte) seal;
		return new CacheKey(id, new SecretKeySpec(bytes, "AES"));
	}

}
