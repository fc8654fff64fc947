package io.hilum.routing.cache;

import java.time.Duration;

import reactor.core.publisher.Mono;

/**
 * Keeps whole answers for a while.
 */
public interface ResponseCache {

	/**
	 * Look for an answer.
	 * @param key what was asked, and for whom
	 * @return the answer, nothing if there is none, or an error if nobody can say
	 */
	Mono<CachedAnswer> find(CacheKey key);

	/**
	 * Keep an answer.
	 * @param key what was asked, and for whom
	 * @param answer the answer
	 * @param ttl for how long
	 * @return when it is kept
	 */
	Mono<Void> keep(CacheKey key, CachedAnswer answer, Duration ttl);

}
