package io.hilum.routing.cache;

import java.time.Duration;
import java.util.function.LongSupplier;

import reactor.core.publisher.Mono;

/**
 * Answers that one caller may have again, whatever the catalogue says of answers for
 * others.
 */
public final class KeptAnswers {

	private final ResponseCache cache;

	private final Allowance allowance;

	private final Duration ttl;

	/**
	 * Keep answers.
	 * @param cache where
	 * @param most how many bytes this replica may have there
	 * @param ttl for how long
	 * @param nanos a clock that never goes back, in nanoseconds
	 */
	public KeptAnswers(ResponseCache cache, long most, Duration ttl, LongSupplier nanos) {
		this.cache = cache;
		this.allowance = new Allowance(most, nanos);
		this.ttl = ttl;
	}

	/**
	 * Look for an answer.
	 * @param key where it is
	 * @return the answer, nothing if there is none, or an error if nobody can say
	 */
	public Mono<CachedAnswer> find(CacheKey key) {
		return this.cache.find(key);
	}

	/**
	 * Keep an answer, if there is room.
	 * @param key where it is
	 * @param answer the answer
	 * @return when it is kept, or is not
	 */
	public Mono<Void> keep(CacheKey key, CachedAnswer answer) {
		return Mono.defer(() -> this.allowance.take(answer.body().length, this.ttl)
				? this.cache.keep(key, answer, this.ttl) : Mono.empty());
	}

}
