package io.hilum.agents.run.redis;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.hilum.agents.run.RunStore;
import io.hilum.loops.redis.RedisLink;
import reactor.core.publisher.Mono;

import org.springframework.data.redis.core.ReactiveRedisTemplate;

/**
 * Values in Redis, each with its end, and no more of them than a bound: what fills Redis
 * stops limits and budgets.
 */
final class RedisRunStore implements RunStore {

	static final String PREFIX = "hilum:agents:";

	private static final String INDEX = PREFIX + "kept";

	private final ReactiveRedisTemplate<String, byte[]> redis;

	private final RedisLink link;

	private final int most;

	private final Clock clock;

	RedisRunStore(ReactiveRedisTemplate<String, byte[]> redis, RedisLink link, int most, Clock clock) {
		this.redis = redis;
		this.link = link;
		this.most = most;
		this.clock = clock;
	}

	@Override
	public Mono<Void> save(String key, byte[] sealed, Duration life) {
		return this.link
			.call(this.redis.opsForValue()
				.set(PREFIX + key, sealed, life)
				.then(this.redis.opsForZSet().add(INDEX, bytes(key), this.clock.millis()))
				.then(this.redis.expire(INDEX, life))
				.then(this.redis.opsForZSet().size(INDEX))
				.flatMap(this::forget))
			.then();
	}

	/** What went by itself is among the oldest too. */
	private Mono<Long> forget(long kept) {
		return (kept <= this.most) ? Mono.just(0L)
				: this.redis.delete(this.redis.opsForZSet()
					.popMin(INDEX, kept - this.most)
					.flatMap((tuple) -> Mono.justOrEmpty(tuple.getValue()))
					.map((key) -> PREFIX + new String(key, StandardCharsets.UTF_8)));
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
