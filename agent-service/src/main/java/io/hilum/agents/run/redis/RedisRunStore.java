package io.hilum.agents.run.redis;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.hilum.agents.run.RunStore;
import io.hilum.loops.redis.RedisLink;
import reactor.core.publisher.Mono;

import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.core.ReactiveRedisTemplate;

/**
 * Values in Redis, each with its end, and no more of them than a bound and those that
 * wait: what fills Redis stops limits and budgets.
 */
final class RedisRunStore implements RunStore {

	static final String PREFIX = "hilum:agents:";

	/** By when they were kept, or until when they wait; and so for each holder. */
	private static final String INDEX = PREFIX + "kept";

	private static final String PLACES = PREFIX + "places:";

	/** Longer than anybody waits; each place ends by itself before. */
	private static final Duration PLACES_LIFE = Duration.ofDays(1);

	private final ReactiveRedisTemplate<String, byte[]> redis;

	private final RedisLink link;

	private final int most;

	private final int mostOfOne;

	private final Clock clock;

	RedisRunStore(ReactiveRedisTemplate<String, byte[]> redis, RedisLink link, int most, int mostOfOne, Clock clock) {
		this.redis = redis;
		this.link = link;
		this.most = most;
		this.mostOfOne = mostOfOne;
		this.clock = clock;
	}

	@Override
	public Mono<Void> save(String holder, String key, byte[] sealed, Duration life, Instant waitsUntil) {
		long now = this.clock.millis();
		long rank = Math.max(now, waitsUntil.toEpochMilli());
		String own = INDEX + ":" + holder;
		return this.link
			.call(this.redis.opsForValue()
				.set(PREFIX + key, sealed, life)
				.then(enter(own, key, rank, life))
				.flatMap((kept) -> forget(own, kept - this.mostOfOne, now))
				.then(enter(INDEX, key, rank, life))
				.flatMap((kept) -> forget(INDEX, kept - this.most, now)))
			.then();
	}

	/** Gives how many there are now. */
	private Mono<Long> enter(String index, String key, long rank, Duration life) {
		return this.redis.opsForZSet()
			.add(index, bytes(key), rank)
			.then(this.redis.expire(index, life))
			.then(this.redis.opsForZSet().size(index));
	}

	/** What went by itself, or by another index, is among the oldest too. */
	private Mono<Long> forget(String index, long many, long now) {
		return (many <= 0) ? Mono.just(0L)
				: this.redis.opsForZSet()
					.rangeByScore(index, upTo(now), Limit.limit().count(Math.toIntExact(many)))
					.flatMap((key) -> this.redis.opsForZSet()
						.remove(index, key)
						.then(this.redis.opsForZSet().remove(INDEX, key))
						.then(this.redis.delete(PREFIX + new String(key, StandardCharsets.UTF_8))))
					.count();
	}

	private static Range<Double> upTo(long now) {
		return Range.leftUnbounded(Range.Bound.inclusive((double) now));
	}

	@Override
	public Mono<Boolean> take(String holder, String key, Instant until, int most) {
		String places = PLACES + holder;
		return this.link.call(this.redis.opsForZSet()
			.removeRangeByScore(places, upTo(this.clock.millis()))
			.then(this.redis.opsForZSet().add(places, bytes(key), until.toEpochMilli()))
			.then(this.redis.expire(places, PLACES_LIFE))
			.then(this.redis.opsForZSet().size(places))
			.flatMap((taken) -> (taken <= most) ? Mono.just(true) : free(holder, key).thenReturn(false)));
	}

	@Override
	public Mono<Void> free(String holder, String key) {
		return this.link.call(this.redis.opsForZSet().remove(PLACES + holder, bytes(key))).then();
	}

	private static byte[] bytes(String key) {
		return key.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public Mono<byte[]> find(String key) {
		return this.link.call(this.redis.opsForValue().get(PREFIX + key));
	}

	@Override
	public Mono<Boolean> leave(String key, byte[] sealed, Duration life) {
		return this.link.call(this.redis.opsForValue().setIfAbsent(PREFIX + key, sealed, life));
	}

	@Override
	public Mono<Map<String, byte[]>> left(Collection<String> keys) {
		List<String> names = new ArrayList<>(keys);
		return this.link.call(this.redis.opsForValue().multiGet(names.stream().map(PREFIX::concat).toList()))
			.map((values) -> {
				Map<String, byte[]> found = new HashMap<>();
				for (int i = 0; i < names.size(); i++) {
					byte[] value = values.get(i);
					if (value != null && value.length > 0) {
						found.put(names.get(i), value);
					}
				}
				return found;
			});
	}

}
