package io.hilum.trust.seal.spring;

import io.hilum.trust.seal.DataKeys;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Wraps stored keys anew after the key that wraps them was rotated, or moved to another
 * keeper. What is sealed under them stays as it is, and is read all the while.
 */
public final class KeyRenewal implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(KeyRenewal.class);

	private final RenewableKeys stored;

	private final DataKeys keys;

	private final RenewalProperties properties;

	private volatile @Nullable Disposable renewing;

	/**
	 * Create the renewal.
	 * @param stored the keys
	 * @param keys wraps them
	 * @param properties how often
	 */
	public KeyRenewal(RenewableKeys stored, DataKeys keys, RenewalProperties properties) {
		this.stored = stored;
		this.keys = keys;
		this.properties = properties;
	}

	@Override
	public void start() {
		// Not at once: while replicas are replaced there are some that know only the
		// former key.
		this.renewing = Flux.interval(this.properties.interval())
			.onBackpressureDrop()
			.concatMap((tick) -> renew().onErrorResume((ex) -> {
				logger.warn("Keys of {} could not be wrapped anew: {}", this.stored.owners(), ex.getClass().getName());
				return Mono.empty();
			}), 1)
			.subscribe();
	}

	@Override
	public void stop() {
		Disposable running = this.renewing;
		if (running != null) {
			running.dispose();
			this.renewing = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.renewing != null;
	}

	/**
	 * Look once at all keys.
	 * @return how many were wrapped anew
	 */
	public Mono<Long> renew() {
		return this.stored.all().concatMap(this::renew).filter(Boolean::booleanValue).count().doOnNext((count) -> {
			if (count > 0) {
				logger.info("Keys of {} {} are wrapped by the present key now", count, this.stored.owners());
			}
		});
	}

	private Mono<Boolean> renew(RenewableKey key) {
		return this.keys.renew(key.wrapped(), key.place())
			.flatMap(key.store())
			.onErrorResume(DataKeys::isLost, (ex) -> {
				logger.error("No key that is there opens {}", key.owner());
				return Mono.empty();
			});
	}

}
