package io.hilum.routing.catalogue.file;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.SmartLifecycle;

/**
 * Lets prices that were announced for a day come into force on it.
 */
final class PriceCalendar implements SmartLifecycle {

	private final LiveCatalogues catalogues;

	private final Duration interval;

	private volatile @Nullable Disposable running;

	PriceCalendar(LiveCatalogues catalogues, Duration interval) {
		this.catalogues = catalogues;
		this.interval = interval;
	}

	@Override
	public void start() {
		this.running = Flux.interval(this.interval, Schedulers.boundedElastic())
			.onBackpressureDrop()
			.subscribe((tick) -> this.catalogues.price());
	}

	@Override
	public void stop() {
		Disposable ticking = this.running;
		this.running = null;
		if (ticking != null) {
			ticking.dispose();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running != null;
	}

}
