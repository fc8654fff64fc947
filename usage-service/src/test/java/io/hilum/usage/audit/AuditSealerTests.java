package io.hilum.usage.audit;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import io.hilum.usage.audit.chain.ChainedEvent;
import io.hilum.usage.audit.chain.Hash;
import io.hilum.usage.audit.chain.Signatures;
import io.hilum.usage.audit.chain.SignedHead;
import io.hilum.usage.transaction.UnitOfWork;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AuditSealer}: heads follow each other whatever the clock says.
 */
class AuditSealerTests {

	private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final ListedChain chain = new ListedChain();

	private final KeyPair keys = keys();

	@Test
	@DisplayName("Audit tamper: a clock that is put back dates no head before the one before it")
	void neverGoesBackInTime() {
		for (Instant now : List.of(NOON, NOON.minus(Duration.ofDays(400)), NOON.minusSeconds(1), Instant.EPOCH,
				NOON.plusSeconds(5))) {
			this.chain.add("{\"at\":\"" + now + "\"}");
			assertThat(sealer(now).seal().block(PATIENCE)).isEqualTo(1);
		}
		assertThat(this.chain.heads).extracting((head) -> head.head().sealedAt())
			.containsExactly(NOON, NOON, NOON, NOON, NOON.plusSeconds(5));
		Signatures signatures = new Signatures(List.of(this.keys.getPublic()));
		String previous = Hash.NONE;
		for (SignedHead head : this.chain.heads) {
			assertThat(head.head().previousHead()).isEqualTo(previous);
			assertThat(signatures.verify(head.head().keyId(), head.head().toSign(), head.signature())).isTrue();
			previous = head.head().hash();
		}
	}

	@Test
	void sealsNothingTwice() {
		this.chain.add("{}");
		assertThat(sealer(NOON).seal().block(PATIENCE)).isEqualTo(1);
		assertThat(sealer(NOON).seal().block(PATIENCE)).isZero();
		assertThat(this.chain.heads).hasSize(1);
	}

	private AuditSealer sealer(Instant now) {
		AuditProperties properties = new AuditProperties(Path.of("audit"), Path.of("key"), List.of(), 1000,
				Duration.ofSeconds(10), Duration.ofMinutes(10), Period.ofYears(6), Duration.ofHours(24), 1000);
		return new AuditSealer(this.chain, new KeySigner(this.keys), new Directly(), properties,
				Clock.fixed(now, ZoneOffset.UTC));
	}

	private static KeyPair keys() {
		try {
			return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Without a transaction.
	 */
	private static final class Directly implements UnitOfWork {

		@Override
		public <T> Mono<T> inOne(Mono<T> work) {
			return work;
		}

	}

	/**
	 * Signs with a pair of keys.
	 *
	 * @param keys the keys
	 */
	private record KeySigner(KeyPair keys) implements HeadSigner {

		@Override
		public Mono<String> sign(byte[] content) {
			return Mono.fromCallable(() -> {
				Signature signature = Signature.getInstance("Ed25519");
				signature.initSign(this.keys.getPrivate());
				signature.update(content);
				return Base64.getEncoder().encodeToString(signature.sign());
			});
		}

		@Override
		public PublicKey publicKey() {
			return this.keys.getPublic();
		}

		@Override
		public List<PublicKey> believedKeys() {
			return List.of(publicKey());
		}

	}

	/**
	 * A chain in lists.
	 */
	private static final class ListedChain implements SealableChain {

		private final List<ChainedEvent> events = new ArrayList<>();

		private final List<SignedHead> heads = new ArrayList<>();

		void add(String event) {
			String previous = this.events.isEmpty() ? Hash.NONE : this.events.getLast().hash();
			this.events.add(ChainedEvent.link(this.events.size() + 1, previous, event));
		}

		@Override
		public Flux<ChainedEvent> events(long after, long last) {
			return Flux.fromIterable(this.events)
				.filter((event) -> event.sequence() > after && event.sequence() <= last);
		}

		@Override
		public Mono<Boolean> lockForSealing() {
			return Mono.just(true);
		}

		@Override
		public Mono<Void> add(SignedHead head) {
			return Mono.fromRunnable(() -> this.heads.add(head));
		}

		@Override
		public Mono<SignedHead> lastHead() {
			return Mono.defer(() -> this.heads.isEmpty() ? Mono.empty() : Mono.just(this.heads.getLast()));
		}

	}

}
