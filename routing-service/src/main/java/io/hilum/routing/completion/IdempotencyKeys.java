package io.hilum.routing.completion;

import java.util.Objects;
import java.util.Optional;

import io.hilum.routing.cache.CacheKeys;
import io.hilum.routing.idempotency.IdempotencyKey;
import io.hilum.trust.context.ServiceContext;

/**
 * Names the idempotency keys of callers. A key is known within its caller only, so that
 * nobody learns of another's.
 */
final class IdempotencyKeys {

	private final CacheKeys keys;

	IdempotencyKeys(CacheKeys keys) {
		this.keys = keys;
	}

	/**
	 * The key of a request.
	 * @param request the request
	 * @return its key, if its client gave it one
	 */
	Optional<IdempotencyKey> of(CompletionRequest request) {
		String given = request.idempotencyKey();
		if (given == null) {
			return Optional.empty();
		}
		ServiceContext caller = request.caller();
		String print = this.keys.of("idempotency-print", request.endpoint(), request.body().bytes()).id();
		return Optional.of(new IdempotencyKey(
				this.keys.of("idempotency-key", caller.subject(), Objects.toString(caller.application(), ""), given),
				print));
	}

}
