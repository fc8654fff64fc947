package io.hilum.trust.seal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import io.hilum.trust.seal.file.KeyRing;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link KeyKeepers}: a rotation is a move from one keeper to the next.
 */
class KeyKeepersTests extends KeyKeeperContract {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final List<KeyKeeper> keepers = new ArrayList<>(List.of(newKeeper()));

	@Override
	protected KeyKeeper keeper() {
		return new Present();
	}

	@Override
	protected KeyKeeper replica() {
		return new Present();
	}

	@Override
	protected void rotate() {
		this.keepers.addFirst(newKeeper());
	}

	@Test
	void asksNobodyElseWhenAKeeperIsAway() {
		KeyKeeper away = new KeyKeepers(new Away(), List.of(newKeeper()));
		assertThatExceptionOfType(KeyKeeperException.class)
			.isThrownBy(() -> away.unwrap(new WrappedKey("a", "AAAA")).block(PATIENCE))
			.withMessage("away");
		assertThatExceptionOfType(KeyKeeperException.class).isThrownBy(() -> away.wrap(new byte[64]).block(PATIENCE))
			.withMessage("away");
	}

	@Test
	void saysWhenNobodyKnowsTheKey() {
		KeyKeeper keepers = new KeyKeepers(newKeeper(), List.of(newKeeper()));
		assertThatExceptionOfType(UnknownKeyException.class)
			.isThrownBy(() -> keepers.unwrap(new WrappedKey("gone", "AAAA")).block(PATIENCE))
			.withMessageContaining("gone");
	}

	private static KeyKeeper newKeeper() {
		return KeyRing.of(List.of(Base64.getEncoder().encodeToString(AesGcm.randomKey())));
	}

	/**
	 * The keepers as they are at the moment.
	 */
	private final class Present implements KeyKeeper {

		@Override
		public Mono<WrappedKey> wrap(byte[] key) {
			return now().wrap(key);
		}

		@Override
		public Mono<byte[]> unwrap(WrappedKey wrapped) {
			return now().unwrap(wrapped);
		}

		@Override
		public Mono<String> current() {
			return Mono.defer(() -> now().current());
		}

		private KeyKeeper now() {
			List<KeyKeeper> all = KeyKeepersTests.this.keepers;
			return new KeyKeepers(all.getFirst(), all.subList(1, all.size()));
		}

	}

	/**
	 * Does not answer.
	 */
	private static final class Away implements KeyKeeper {

		@Override
		public Mono<WrappedKey> wrap(byte[] key) {
			return Mono.error(new KeyKeeperException("away"));
		}

		@Override
		public Mono<byte[]> unwrap(WrappedKey wrapped) {
			return Mono.error(new KeyKeeperException("away"));
		}

		@Override
		public Mono<String> current() {
			return Mono.error(new KeyKeeperException("away"));
		}

	}

}
