package io.hilum.rag.collection;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.SmartLifecycle;

/**
 * Work on collections that is done again and again, one time after the other, as long as
 * the service runs. What fails is tried again with the next time.
 */
abstract class Upkeep implements SmartLifecycle {

	private final Logger logger = LoggerFactory.getLogger(getClass());

	private final Duration interval;

	private volatile @Nullable Disposable working;

	Upkeep(Duration interval) {
		this.interval = interval;
	}

	/**
	 * Work once.
	 * @return on how many collections something was done
	 */
	abstract Mono<Long> work();

	@Override
	public void start() {
		this.working = Flux.interval(this.interval)
			.onBackpressureDrop()
			.concatMap((tick) -> work().onErrorResume((ex) -> {
				this.logger.warn("Upkeep of collections failed and will be tried again: {}", ex.getClass().getName());
				return Mono.empty();
			}), 1)
			.subscribe();
	}

	@Override
	public void stop() {
		Disposable running = this.working;
		if (running != null) {
			running.dispose();
			this.working = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.working != null;
	}

}
