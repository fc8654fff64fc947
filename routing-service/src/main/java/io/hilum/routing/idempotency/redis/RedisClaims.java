package io.hilum.routing.idempotency.redis;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import io.hilum.loops.redis.RedisLink;
import io.hilum.loops.redis.RedisScripts;
import io.hilum.routing.idempotency.Claim;
import io.hilum.routing.idempotency.Claims;
import reactor.core.publisher.Mono;

import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Claims in Redis, one hash each.
 */
@Component
final class RedisClaims implements Claims {

	private static final String PREFIX = "hilum:idempotency:";

	private static final RedisScript<String> CLAIM = RedisScripts.read("hilum/routing/claim.lua", String.class);

	private static final RedisScript<Long> END = RedisScripts.read("hilum/routing/end-claim.lua", Long.class);

	private final RedisLink link;

	RedisClaims(RedisLink link) {
		this.link = link;
	}

	@Override
	public Mono<Claim> claim(String id, String print, String owner, Duration life) {
		return this.link.run(CLAIM, List.of(PREFIX + id), List.of(print, owner, Long.toString(life.toMillis())))
			.map((answer) -> Claim.valueOf(answer.toUpperCase(Locale.ROOT)));
	}

	@Override
	public Mono<Void> answered(String id, String owner, Duration ttl) {
		return end(id, owner, ttl.toMillis());
	}

	@Override
	public Mono<Void> release(String id, String owner) {
		return end(id, owner, 0);
	}

	private Mono<Void> end(String id, String owner, long millis) {
		return this.link.run(END, List.of(PREFIX + id), List.of(owner, Long.toString(millis))).then();
	}

}
