package io.hilum.routing.cache;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.crypto.spec.SecretKeySpec;

import io.hilum.routing.body.Endpoint;
import io.hilum.routing.tokens.TokenCounts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link KnownAnswers}: whatever the cache does, requests go on.
 */
class KnownAnswersTests {

	private static final CacheKey KEY = new CacheKey("id", new SecretKeySpec(new byte[32], "AES"));

	private static final Duration TTL = Duration.ofMinutes(10);

	private final Slow cache = new Slow();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final KnownAnswers answers = answers(Duration.ofSeconds(60));

	@Test
	void findsWhatIsUsable() {
		this.cache.found = Mono.just(answer("{}"));
		StepVerifier.create(this.answers.find(KEY, Mono::empty, (found) -> true)).expectNextCount(1).verifyComplete();
		StepVerifier.create(this.answers.find(KEY, Mono::empty, (found) -> false)).verifyComplete();
		assertThat(count("requests", "hit")).isEqualTo(1);
		assertThat(count("requests", "miss")).isEqualTo(1);
	}

	@Test
	void knowsNothingWhenTheCacheIsSlowOrFails() {
		StepVerifier.create(answers(Duration.ofMillis(50)).find(KEY, Mono::empty, (found) -> true))
			.expectComplete()
			.verify(Duration.ofSeconds(60));
		this.cache.found = Mono.error(new IllegalStateException("away"));
		StepVerifier.create(this.answers.find(KEY, Mono::empty, (found) -> true)).verifyComplete();
		assertThat(count("requests", "unavailable")).isEqualTo(2);
	}

	@Test
	void countsARequestOnceThoughItLooksTwice() {
		CacheKey other = new CacheKey("other", KEY.seal());
		this.cache.found = Mono.just(answer("{}"));
		AtomicBoolean first = new AtomicBoolean(true);
		StepVerifier.create(this.answers.find(KEY, () -> Mono.just(other), (found) -> !first.getAndSet(false)))
			.assertNext((found) -> assertThat(found.similar()).isTrue())
			.verifyComplete();
		assertThat(count("requests", "similar")).isEqualTo(1);
		assertThat(count("requests", "miss") + count("requests", "hit")).isZero();
		StepVerifier.create(this.answers.find(KEY, () -> Mono.just(other), (found) -> false)).verifyComplete();
		assertThat(count("requests", "miss")).isEqualTo(1);
	}

	@Test
	void keepsNoMoreAtOnceThanAllowedAndGoesOnAfterwards() {
		for (int i = 0; i < 5; i++) {
			keep("{\"data\":[]}");
		}
		await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(count("stores", "failed")).isEqualTo(2));
		assertThat(count("stores", "full")).isEqualTo(3);
		this.cache.kept = Mono.empty();
		keep("{\"data\":[]}");
		await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(count("stores", "stored")).isEqualTo(1));
	}

	@Test
	void keepsNoMoreThanThereIsRoomFor() {
		this.cache.kept = Mono.empty();
		keep("x".repeat(1000));
		await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(count("stores", "stored")).isEqualTo(1));
		keep("x".repeat(1000));
		await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(count("stores", "full")).isEqualTo(1));
		assertThat(this.cache.keys).hasSize(1);
	}

	@Test
	void keepsFinishedChatsOnly() {
		this.cache.kept = Mono.empty();
		this.answers.keep(KEY, Endpoint.CHAT_COMPLETIONS, false,
				answer("{\"choices\":[{\"index\":0,\"finish_reason\":\"length\"}]}"), TTL);
		this.answers.keep(KEY, Endpoint.RESPONSES, false, answer("{}"), TTL);
		await().atMost(Duration.ofSeconds(90))
			.untilAsserted(() -> assertThat(count("stores", "unfinished")).isEqualTo(2));
		assertThat(this.cache.keys).isEmpty();
	}

	private KnownAnswers answers(Duration timeout) {
		return new KnownAnswers(
				this.cache, new CacheProperties(DataSize.ofKilobytes(1), DataSize.ofKilobytes(1), timeout,
						Duration.ofSeconds(3), 2, Duration.ofSeconds(2), 2000, 10, DataSize.ofBytes(2000)),
				this.meters, () -> 0);
	}

	private void keep(String body) {
		this.answers.keep(KEY, Endpoint.EMBEDDINGS, false, answer(body), TTL);
	}

	private double count(String meter, String outcome) {
		Counter counter = this.meters.find("hilum.cache." + meter).tag("outcome", outcome).counter();
		return (counter != null) ? counter.count() : 0;
	}

	private static CachedAnswer answer(String body) {
		return new CachedAnswer("p/m", "m", TokenCounts.of(1, 2), body.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * A cache that never answers until it is told what to say.
	 */
	private static final class Slow implements ResponseCache {

		private final Queue<String> keys = new ConcurrentLinkedQueue<>();

		private volatile Mono<CachedAnswer> found = Mono.never();

		private volatile Mono<Void> kept = Mono.never();

		@Override
		public Mono<CachedAnswer> find(CacheKey key) {
			return this.found;
		}

		@Override
		public Mono<Void> keep(CacheKey key, CachedAnswer answer, Duration ttl) {
			this.keys.add(key.id());
			return this.kept;
		}

	}

}
