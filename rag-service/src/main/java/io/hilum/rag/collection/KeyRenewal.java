package io.hilum.rag.collection;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.hilum.rag.seal.MasterKey;
import io.hilum.trust.seal.SealBrokenException;

/**
 * Wraps the keys of collections anew after the master key was rotated. What is sealed
 * under them stays as it is, and is read all the while.
 */
@Component
public class KeyRenewal implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(KeyRenewal.class);

	private final CollectionStore collections;

	private final MasterKey master;

	private final RenewalProperties properties;

	private volatile @Nullable Disposable renewing;

	KeyRenewal(CollectionStore collections, MasterKey master, RenewalProperties properties) {
		this.collections = collections;
		this.master = master;
		this.properties = properties;
	}

	@Override
	public void start() {
		this.renewing = Flux.interval(Duration.ZERO, this.properties.interval())
			.onBackpressureDrop()
			.concatMap((tick) -> renew().onErrorResume((ex) -> {
				logger.warn("Keys of collections could not be wrapped anew: {}", ex.getClass().getName());
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
		return this.collections.all().concatMap(this::renew).filter(Boolean::booleanValue).count().doOnNext((count) -> {
			if (count > 0) {
				logger.info("Keys of {} collections are wrapped by the present master key now", count);
			}
		});
	}

	private Mono<Boolean> renew(DocumentCollection collection) {
		try {
			return Mono.justOrEmpty(this.master.renew(collection.wrappedKey(), collection.id()))
				.flatMap((wrapped) -> this.collections.rewrap(collection, wrapped));
		}
		catch (SealBrokenException ex) {
			logger.error("No master key opens collection {}", collection.id());
			return Mono.empty();
		}
	}

}
