package io.hilum.routing.budget.redis;

import java.time.Duration;

import io.micrometer.core.instrument.Counter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

import org.springframework.context.SmartLifecycle;

/**
 * Settles first what an earlier process of this replica left held; then looks for expired
 * holds and for warnings at an interval. Every replica does; a hold is charged once.
 */
final class HoldSweeper implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(HoldSweeper.class);

	private final RedisBudgetKeeper keeper;

	private final WarningOutbox warnings;

	private final Duration interval;

	private final Counter expired;

	private volatile @Nullable Disposable running;

	HoldSweeper(RedisBudgetKeeper keeper, WarningOutbox warnings, Duration interval, Counter expired) {
		this.keeper = keeper;
		this.warnings = warnings;
		this.interval = interval;
		this.expired = expired;
	}

	@Override
	public void start() {
		Flux<Long> sweeping = Flux.interval(Duration.ZERO, this.interval, Schedulers.boundedElastic())
			.onBackpressureDrop()
			.concatMap((tick) -> sweep().then(warn()));
		this.running = this.keeper.recover()
			.doOnNext(HoldSweeper::tell)
			.retryWhen(Retry.fixedDelay(Long.MAX_VALUE, this.interval))
			.thenMany(sweeping)
			.subscribe();
	}

	private static void tell(long count) {
		if (count > 0) {
			logger.info("{} holds of an earlier process were settled", count);
		}
	}

	private Mono<Long> sweep() {
		return this.keeper.sweep().doOnNext(this::report).onErrorResume((cause) -> {
			logger.debug("Expired holds cannot be looked for: {}", cause.getClass().getSimpleName());
			return Mono.empty();
		});
	}

	private Mono<Long> warn() {
		return this.warnings.empty().onErrorResume((cause) -> {
			logger.warn("Warnings of budgets wait to be told: {}", cause.getClass().getSimpleName());
			return Mono.empty();
		});
	}

	private void report(long count) {
		if (count > 0) {
			this.expired.increment(count);
			logger.warn("{} holds expired and were charged at their estimate", count);
		}
	}

	@Override
	public void stop() {
		Disposable sweeping = this.running;
		this.running = null;
		if (sweeping != null) {
			sweeping.dispose();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running != null;
	}

}
