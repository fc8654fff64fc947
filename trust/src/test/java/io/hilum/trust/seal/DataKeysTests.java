package io.hilum.trust.seal;

import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DataKeys}: what is kept and what is shredded.
 */
class DataKeysTests {

	private static final Duration KEPT = Duration.ofMinutes(5);

	private final AtomicLong now = new AtomicLong();

	private final CountingKeeper keeper = new CountingKeeper();

	private final DataKeys keys = new DataKeys(this.keeper, 2, KEPT, this.now::get);

	@Test
	void tellsWhatIsLostFromWhatCannotBeReached() {
		assertThat(DataKeys.isLost(new SealBrokenException())).isTrue();
		assertThat(DataKeys.isLost(new UnknownKeyException("gone"))).isTrue();
		assertThat(DataKeys.isLost(new KeyKeeperException("away"))).isFalse();
	}

	@Test
	void asksTheKeeperOnceForAWhile() {
		WrappedKey wrapped = create("a");
		AesGcm first = open(wrapped, "a");
		assertThat(open(wrapped, "a")).isSameAs(first);
		assertThat(this.keeper.unwraps).isEqualTo(1);
		this.now.addAndGet(KEPT.toNanos() + 1);
		assertThat(open(wrapped, "a")).isNotSameAs(first);
		assertThat(this.keeper.unwraps).isEqualTo(2);
	}

	@Test
	void keepsNoMoreKeysThanItMay() {
		WrappedKey[] all = new WrappedKey[20];
		for (int i = 0; i < all.length; i++) {
			all[i] = create("p" + i);
			open(all[i], "p" + i);
		}
		int before = this.keeper.unwraps;
		for (int i = 0; i < all.length; i++) {
			open(all[i], "p" + i);
		}
		assertThat(this.keeper.unwraps - before).isGreaterThanOrEqualTo(all.length - 2);
	}

	@Test
	void shredsWithTheWrappedKey() {
		WrappedKey wrapped = create("a");
		byte[] sealed = open(wrapped, "a").seal(new byte[] { 1 }, new byte[0]);
		this.keys.forget(wrapped, "a");
		this.keeper.wrapped.clear();
		assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> open(wrapped, "a"));
		assertThatExceptionOfType(SealBrokenException.class)
			.isThrownBy(() -> open(create("a"), "a").open(sealed, new byte[0]));
	}

	@Test
	void opensNoKeyAtAnotherPlaceThoughItIsKept() {
		WrappedKey wrapped = create("a");
		open(wrapped, "a");
		assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> open(wrapped, "b"));
	}

	@Test
	void refusesTextThatIsNoWrappedKey() {
		for (String text : new String[] { "", "id", " value", "id " }) {
			assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> WrappedKey.parse(text));
		}
	}

	private WrappedKey create(String place) {
		return Objects.requireNonNull(this.keys.create(place).block());
	}

	private AesGcm open(WrappedKey wrapped, String place) {
		return Objects.requireNonNull(this.keys.open(wrapped, place).block());
	}

	/**
	 * Keeps what it wraps, and gives a handle for it.
	 */
	private static final class CountingKeeper implements KeyKeeper {

		private final Map<String, byte[]> wrapped = new HashMap<>();

		private int unwraps;

		@Override
		public Mono<WrappedKey> wrap(byte[] key) {
			String handle = Base64.getUrlEncoder()
				.encodeToString(UUID.randomUUID().toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
			this.wrapped.put(handle, key.clone());
			return Mono.just(new WrappedKey("v1", handle));
		}

		@Override
		public Mono<byte[]> unwrap(WrappedKey key) {
			this.unwraps++;
			byte[] found = this.wrapped.get(key.value());
			return (found != null) ? Mono.just(found.clone()) : Mono.error(new SealBrokenException());
		}

		@Override
		public Mono<String> current() {
			return Mono.just("v1");
		}

	}

}
