package io.hilum.routing.cache;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Wordings} and {@link Wording}.
 */
class WordingsTests {

	private static final Duration TTL = Duration.ofMinutes(1);

	private final AtomicLong now = new AtomicLong(7);

	private final Wordings wordings = new Wordings(3, this.now::get);

	@Test
	void findsTheNearestThatIsNearEnough() {
		this.wordings.learn(wording("f", 1, 0), key("a"), TTL);
		this.wordings.learn(wording("f", 10, 1), key("b"), TTL);
		assertThat(this.wordings.nearest(wording("f", 100, 9), 0.97)).isEqualTo(key("b"));
		assertThat(this.wordings.nearest(wording("f", 5, 0), 0.97)).isEqualTo(key("a"));
		assertThat(this.wordings.nearest(wording("f", 1, 1), 0.97)).isNull();
		assertThat(this.wordings.nearest(wording("g", 1, 0), 0.97)).as("another frame").isNull();
		assertThat(this.wordings.nearest(wording("f", 1, 0, 0), 0.97)).as("another model measured it").isNull();
	}

	@Test
	void forgetsWhatHasExpiredAndWhatIsTooMuch() {
		for (int i = 0; i < 10; i++) {
			this.wordings.learn(wording("f" + i, 1, 0), key("k" + i), TTL);
		}
		assertThat(this.wordings.size()).isEqualTo(3);
		assertThat(this.wordings.nearest(wording("f6", 1, 0), 0.9)).isNull();
		assertThat(this.wordings.nearest(wording("f7", 1, 0), 0.9)).isEqualTo(key("k7"));
		this.now.addAndGet(TTL.toNanos());
		assertThat(this.wordings.nearest(wording("f9", 1, 0), 0.9)).isNull();
		this.wordings.learn(wording("new", 1, 0), key("new"), TTL);
		assertThat(this.wordings.size()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(floats = { 0, Float.NaN, Float.POSITIVE_INFINITY })
	void hasNoDirectionWithoutNumbers(float number) {
		assertThat(Wording.of("f", new float[] { number, 0 })).isNull();
		assertThat(Wording.of("f", new float[0])).isNull();
	}

	private static Wording wording(String frame, float... vector) {
		return Objects.requireNonNull(Wording.of(frame, vector));
	}

	private static CacheKey key(String id) {
		return new CacheKey(id, new SecretKeySpec(new byte[32], "AES"));
	}

}
