package io.hilum.routing.cache.redis;

import java.time.Duration;

import io.hilum.loops.redis.RedisLink;
import io.hilum.routing.cache.CacheKey;
import io.hilum.routing.cache.CachedAnswer;
import io.hilum.routing.cache.ResponseCache;
import reactor.core.publisher.Mono;

import org.springframework.data.redis.core.ReactiveRedisTemplate;

/**
 * Answers in Redis, one value each.
 */
final class RedisResponseCache implements ResponseCache {

	static final String PREFIX = "hilum:cache:";

	private final ReactiveRedisTemplate<String, byte[]> redis;

	private final RedisLink link;

	RedisResponseCache(ReactiveRedisTemplate<String, byte[]> redis, RedisLink link) {
		this.redis = redis;
		this.link = link;
	}

	@Override
	public Mono<CachedAnswer> find(CacheKey key) {
		return this.link.call(this.redis.opsForValue().get(PREFIX + key.id()))
			.map((sealed) -> SealedAnswer.open(sealed, key));
	}

	@Override
	public Mono<Void> keep(CacheKey key, CachedAnswer answer, Duration ttl) {
		return this.link.call(this.redis.opsForValue().set(PREFIX + key.id(), SealedAnswer.seal(answer, key), ttl))
			.then();
	}

}
