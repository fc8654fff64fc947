package io.hilum.gateway.identity.jwt;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

import org.springframework.context.SmartLifecycle;

/**
 * Fetches the keys of all issuers at start and again from time to time, so that a request
 * seldom waits for them and a removed key does not live on.
 */
final class KeySetRefresh implements SmartLifecycle {

	private final List<IssuerKeys> keys;

	private final Duration interval;

	private volatile @Nullable Disposable running;

	KeySetRefresh(List<IssuerKeys> keys, Duration interval) {
		this.keys = keys;
		this.interval = interval;
	}

	@Override
	public void start() {
		this.running = Flux.interval(Duration.ZERO, this.interval)
			.onBackpressureDrop()
			.concatMap((tick) -> Flux.fromIterable(this.keys).flatMap(IssuerKeys::refresh))
			.subscribe();
	}

	@Override
	public void stop() {
		Disposable refresh = this.running;
		if (refresh != null) {
			refresh.dispose();
			this.running = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.running != null;
	}

}
