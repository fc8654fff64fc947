package io.hilum.routing.provider.bedrock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;

import static org.assertj.core.api.Assertions.assertThat;

class ChainedCredentialsTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private final CountingChain chain = new CountingChain();

	@Test
	void asksOnceForManyCallsAndOffTheCallersThread() {
		ChainedCredentials credentials = credentials(Duration.ofSeconds(60));
		StepVerifier
			.create(Flux.range(0, 50).flatMap((i) -> credentials.credentials().subscribeOn(Schedulers.parallel())))
			.expectNextCount(50)
			.expectComplete()
			.verify(Duration.ofSeconds(60));
		assertThat(this.chain.asked).hasValue(1);
		assertThat(this.chain.thread.get()).startsWith("boundedElastic");
	}

	@Test
	void asksAgainWhenCredentialsEnd() {
		this.chain.end = NOW.plusSeconds(60).plusMillis(50);
		ChainedCredentials credentials = credentials(Duration.ofSeconds(60));
		StepVerifier.create(credentials.credentials())
			.expectNextCount(1)
			.expectComplete()
			.verify(Duration.ofSeconds(60));
		StepVerifier.create(Mono.delay(Duration.ofMillis(200)).then(credentials.credentials()))
			.expectNextCount(1)
			.expectComplete()
			.verify(Duration.ofSeconds(60));
		assertThat(this.chain.asked).hasValue(2);
	}

	@Test
	void failsInTimeIfTheChainHangs() {
		this.chain.hangs = true;
		StepVerifier.create(credentials(Duration.ofMillis(50)).credentials())
			.expectError(TimeoutException.class)
			.verify(Duration.ofSeconds(60));
	}

	private ChainedCredentials credentials(Duration timeout) {
		return new ChainedCredentials(this.chain, new BedrockProviderProperties(timeout, Duration.ofMinutes(1),
				Duration.ofMinutes(1), Duration.ofSeconds(2)), Clock.fixed(NOW, ZoneOffset.UTC));
	}

	/**
	 * Counts who asks.
	 */
	private static final class CountingChain implements IdentityProvider<AwsCredentialsIdentity> {

		private final AtomicInteger asked = new AtomicInteger();

		private final AtomicReference<String> thread = new AtomicReference<>("");

		private @Nullable Instant end;

		private boolean hangs;

		@Override
		public Class<AwsCredentialsIdentity> identityType() {
			return AwsCredentialsIdentity.class;
		}

		@Override
		public CompletableFuture<? extends AwsCredentialsIdentity> resolveIdentity(ResolveIdentityRequest request) {
			this.asked.incrementAndGet();
			this.thread.set(Thread.currentThread().getName());
			Found found = new Found("id", "secret", Optional.ofNullable(this.end));
			return this.hangs ? new CompletableFuture<>() : CompletableFuture.completedFuture(found);
		}

	}

	/**
	 * Credentials that end.
	 *
	 * @param accessKeyId the id
	 * @param secretAccessKey the secret
	 * @param expirationTime their end
	 */
	private record Found(String accessKeyId, String secretAccessKey,
			Optional<Instant> expirationTime) implements AwsCredentialsIdentity {

	}

}
