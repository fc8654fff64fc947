package io.hilum.portal.holder;

import io.hilum.portal.seal.Place;
import io.hilum.trust.seal.DataKeys;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Wraps the keys of people and teams anew after the key that wraps them was rotated, or
 * moved to another keeper. What is sealed under them stays as it is, and is read all the
 * while.
 */
@Component
public class KeyRenewal implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(KeyRenewal.class);

	private final HolderStore holders;

	private final DataKeys keys;

	private final RenewalProperties properties;

	private volatile @Nullable Disposable renewing;

	KeyRenewal(HolderStore holders, DataKeys keys, RenewalProperties properties) {
		this.holders = holders;
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
				logger.warn("Keys of people and teams could not be wrapped anew: {}", ex.getClass().getName());
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
		return this.holders.all().concatMap(this::renew).filter(Boolean::booleanValue).count().doOnNext((count) -> {
			if (count > 0) {
				logger.info("Keys of {} people and teams are wrapped by the present key now", count);
			}
		});
	}

	private Mono<Boolean> renew(SealedHolder holder) {
		return this.keys.renew(holder.key(), Place.holderKey(holder.id()).path())
			.flatMap((wrapped) -> this.holders.rewrap(holder, wrapped))
			.onErrorResume(DataKeys::isLost, (ex) -> {
				logger.error("No key that is there opens holder {}", holder.id());
				return Mono.empty();
			});
	}

}
