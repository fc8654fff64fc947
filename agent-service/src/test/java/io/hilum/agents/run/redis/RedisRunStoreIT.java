package io.hilum.agents.run.redis;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.hilum.loops.EventLoops;
import io.hilum.loops.redis.RedisLink;
import io.hilum.parts.Parts;
import io.lettuce.core.RedisURI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.netty.resources.LoopResources;

import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveRedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializationContext;
import org.springframework.data.redis.serializer.RedisSerializer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link RedisRunStore} on a real Redis.
 */
class RedisRunStoreIT {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final Duration LIFE = Duration.ofHours(1);

	private static final byte[] BYTES = "sealed".getBytes(StandardCharsets.US_ASCII);

	private final LettuceConnectionFactory connections = connections();

	private final RedisLink link = new RedisLink(this.connections,
			new EventLoops(LoopResources.create("test", 1, true)), Duration.ofMillis(100));

	private final RedisRunStore store = new RedisRunStore(new ReactiveRedisTemplate<>(this.connections,
			RedisSerializationContext.<String, byte[]>newSerializationContext(RedisSerializer.string())
				.value(RedisSerializer.byteArray())
				.build()),
			this.link, 20, 15, Clock.systemUTC());

	private static LettuceConnectionFactory connections() {
		RedisURI uri = RedisURI.create(Parts.redis().url());
		LettuceConnectionFactory factory = new LettuceConnectionFactory(
				LettuceConnectionFactory.createRedisConfiguration(uri),
				LettuceClientConfiguration.builder().commandTimeout(PATIENCE).build());
		factory.afterPropertiesSet();
		factory.start();
		return factory;
	}

	@BeforeEach
	void start() {
		Parts.redis().flush();
		this.link.start();
	}

	@AfterEach
	void stop() {
		this.link.stop();
		this.connections.destroy();
	}

	@Test
	void keepsSoManyAndWhatWaitsBesideThem() {
		save("waiting", Instant.now().plusSeconds(60));
		save("old", Instant.EPOCH);
		Flux.range(0, 400)
			.concatMap((i) -> this.store.save("b" + (i % 4), "run" + i, BYTES, LIFE, Instant.EPOCH))
			.blockLast(PATIENCE);
		assertThat(isThere("waiting")).isTrue();
		assertThat(isThere("old")).isFalse();
		assertThat(Flux.range(0, 400).filter((i) -> isThere("run" + i)).collectList().block(PATIENCE)).hasSize(19)
			.contains(399);
	}

	@Test
	void manyOfOneLeaveThoseOfAnother() {
		save("waiting", Instant.now().plusSeconds(60));
		Flux.range(0, 4)
			.concatMap((i) -> this.store.save("b", "b" + i, BYTES, LIFE, Instant.EPOCH))
			.blockLast(PATIENCE);
		Flux.range(0, 100)
			.concatMap((i) -> this.store.save("a", "a" + i, BYTES, LIFE, Instant.EPOCH))
			.blockLast(PATIENCE);
		assertThat(Flux.range(0, 4).filter((i) -> isThere("b" + i)).count().block(PATIENCE)).isEqualTo(4);
		assertThat(isThere("waiting")).isTrue();
		assertThat(Flux.range(0, 100).filter((i) -> isThere("a" + i)).collectList().block(PATIENCE)).hasSize(14)
			.contains(99);
	}

	@Test
	void letsGoWhatWaitsNoMore() {
		save("decided", Instant.now().plusSeconds(60));
		save("decided", Instant.EPOCH);
		save("expired", Instant.now().minusSeconds(60));
		Flux.range(0, 40)
			.concatMap((i) -> this.store.save("b" + (i % 4), "run" + i, BYTES, LIFE, Instant.EPOCH))
			.blockLast(PATIENCE);
		assertThat(isThere("decided")).isFalse();
		assertThat(isThere("expired")).isFalse();
	}

	@Test
	void givesEachPersonAFewPlaces() {
		Instant until = Instant.now().plusSeconds(60);
		assertThat(take("a", "1", until)).isTrue();
		assertThat(take("a", "2", until)).isTrue();
		assertThat(take("a", "3", until)).isFalse();
		assertThat(take("a", "1", until)).as("has one already").isTrue();
		assertThat(take("b", "3", until)).isTrue();
		this.store.free("a", "1").block(PATIENCE);
		assertThat(take("a", "3", until)).isTrue();
	}

	@Test
	void takesPlacesBackOnceTheirTimeIsOver() {
		assertThat(take("a", "1", Instant.now().plusSeconds(60))).isTrue();
		assertThat(take("a", "2", Instant.now().minusMillis(1))).isTrue();
		assertThat(take("a", "3", Instant.now().plusSeconds(60))).isTrue();
	}

	private void save(String key, Instant waitsUntil) {
		this.store.save("a", key, BYTES, LIFE, waitsUntil).block(PATIENCE);
	}

	private boolean isThere(String key) {
		return this.store.find(key).blockOptional(PATIENCE).isPresent();
	}

	private boolean take(String holder, String key, Instant until) {
		return Boolean.TRUE.equals(this.store.take(holder, key, until, 2).block(PATIENCE));
	}

}
