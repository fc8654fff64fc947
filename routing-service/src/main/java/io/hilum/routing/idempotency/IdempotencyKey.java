package io.hilum.routing.idempotency;

import io.hilum.routing.cache.CacheKey;

/**
 * Stands for the key that a caller gave a request. It tells nothing of either.
 *
 * @param answer where the answer is, and what it is sealed with
 * @param print stands for what is asked
 */
public record IdempotencyKey(CacheKey answer, String print) {

	/**
	 * What the key is claimed by.
	 * @return the same for the same key of the same caller
	 */
	public String id() {
		return this.answer.id();
	}

}
