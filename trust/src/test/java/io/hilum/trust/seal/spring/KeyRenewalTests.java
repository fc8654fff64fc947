package io.hilum.trust.seal.spring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import io.hilum.trust.seal.DataKeys;
import io.hilum.trust.seal.KeyKeeper;
import io.hilum.trust.seal.KeyKeepers;
import io.hilum.trust.seal.WrappedKey;
import io.hilum.trust.seal.file.KeyRing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KeyRenewal}.
 */
class KeyRenewalTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final Duration INTERVAL = Duration.ofMinutes(10);

	private final KeyKeeper before = KeyRing.of(List.of(master(1)));

	private final KeyKeeper after = KeyRing.of(List.of(master(2)));

	private final StoredKeys stored = new StoredKeys();

	private VirtualTimeScheduler time = VirtualTimeScheduler.create();

	@BeforeEach
	void stopTime() {
		this.time = VirtualTimeScheduler.getOrSet();
	}

	@AfterEach
	void letTimeGo() {
		VirtualTimeScheduler.reset();
	}

	@Test
	void wrapsAnewWhatAFormerKeyHasWrapped() {
		this.stored.add(keys(this.before), 2);
		this.stored.add(keys(this.after), 1);
		KeyRenewal renewal = renewal(this.after, this.before);
		assertThat(renewal.renew().block(PATIENCE)).isEqualTo(2);
		assertThat(renewal.renew().block(PATIENCE)).isZero();
		assertThat(this.stored.keys).hasSize(3).allSatisfy((key) -> assertThat(open(this.after, key)).isTrue());
	}

	@Test
	void passesOverAKeyThatNothingOpens() {
		this.stored.add(keys(KeyRing.of(List.of(master(3)))), 1);
		this.stored.add(keys(this.before), 1);
		assertThat(renewal(this.after, this.before).renew().block(PATIENCE)).isEqualTo(1);
	}

	@Test
	void doesNotCountWhatAnotherReplicaWasQuickerWith() {
		this.stored.add(keys(this.before), 1);
		this.stored.taken = true;
		assertThat(renewal(this.after, this.before).renew().block(PATIENCE)).isZero();
	}

	@Test
	void looksOnceInAnIntervalAndNotAtOnce() {
		KeyRenewal renewal = renewal(this.after, this.before);
		renewal.start();
		assertThat(renewal.isRunning()).isTrue();
		this.time.advanceTimeBy(INTERVAL.minusMillis(1));
		assertThat(this.stored.looks).isZero();
		this.time.advanceTimeBy(INTERVAL);
		assertThat(this.stored.looks).isEqualTo(1);
		renewal.stop();
		assertThat(renewal.isRunning()).isFalse();
		this.time.advanceTimeBy(INTERVAL);
		assertThat(this.stored.looks).isEqualTo(1);
	}

	@Test
	void goesOnAfterAStoreThatDidNotAnswer() {
		this.stored.add(keys(this.before), 1);
		this.stored.away = true;
		KeyRenewal renewal = renewal(this.after, this.before);
		renewal.start();
		this.time.advanceTimeBy(INTERVAL);
		this.stored.away = false;
		this.time.advanceTimeBy(INTERVAL);
		assertThat(this.stored.looks).isEqualTo(2);
		assertThat(open(this.after, this.stored.keys.getFirst())).isTrue();
		renewal.stop();
	}

	private KeyRenewal renewal(KeyKeeper present, KeyKeeper former) {
		return new KeyRenewal(this.stored, keys(new KeyKeepers(present, List.of(former))),
				new RenewalProperties(INTERVAL));
	}

	private boolean open(KeyKeeper keeper, WrappedKey key) {
		return keys(keeper).open(key, StoredKeys.PLACE).map((opened) -> true).blockOptional(PATIENCE).orElse(false);
	}

	private static DataKeys keys(KeyKeeper keeper) {
		return new DataKeys(keeper, 10, PATIENCE);
	}

	private static String master(int filling) {
		byte[] bytes = new byte[32];
		bytes[0] = (byte) filling;
		return Base64.getEncoder().encodeToString(bytes);
	}

	/**
	 * Keys in memory.
	 */
	private static final class StoredKeys implements RenewableKeys {

		static final String PLACE = "test/key";

		private final List<WrappedKey> keys = new ArrayList<>();

		private boolean away;

		private boolean taken;

		private int looks;

		void add(DataKeys maker, int count) {
			for (int i = 0; i < count; i++) {
				this.keys.add(maker.create(PLACE).blockOptional(PATIENCE).orElseThrow());
			}
		}

		@Override
		public String owners() {
			return "tests";
		}

		@Override
		public Flux<RenewableKey> all() {
			this.looks++;
			return this.away ? Flux.error(new IllegalStateException("away"))
					: Flux.range(0, this.keys.size()).map(this::key);
		}

		private RenewableKey key(int index) {
			return new RenewableKey("test " + index, this.keys.get(index), PLACE, (anew) -> Mono.fromSupplier(() -> {
				if (!this.taken) {
					this.keys.set(index, anew);
				}
				return !this.taken;
			}));
		}

	}

}
