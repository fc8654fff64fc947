package io.hilum.portal.deletion;

import java.time.Clock;
import java.util.UUID;

import io.hilum.portal.retention.RetentionPolicy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks again and again for conversations whose time is over, on one replica at a time
 * and so many at once as the policy says.
 */
@Component
public class Sweeper implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(Sweeper.class);

	private static final String WORK = "retention";

	private final UUID owner = UUID.randomUUID();

	private final DeletionStore store;

	private final LeaseStore leases;

	private final Shredder shredder;

	private final RetentionPolicy policy;

	private final Clock clock;

	private volatile @Nullable Disposable sweeping;

	Sweeper(DeletionStore store, LeaseStore leases, Shredder shredder, RetentionPolicy policy, Clock clock) {
		this.store = store;
		this.leases = leases;
		this.shredder = shredder;
		this.policy = policy;
		this.clock = clock;
	}

	@Override
	public void start() {
		this.sweeping = Flux.interval(this.policy.interval())
			.onBackpressureDrop()
			.concatMap((tick) -> sweep().onErrorResume((ex) -> {
				logger.warn("Conversations whose time is over could not be deleted: {}", ex.getClass().getName());
				return Mono.empty();
			}), 1)
			.subscribe();
	}

	@Override
	public void stop() {
		Disposable running = this.sweeping;
		if (running != null) {
			running.dispose();
			this.sweeping = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.sweeping != null;
	}

	/**
	 * Look once.
	 * @return how many conversations went
	 */
	public Mono<Long> sweep() {
		return this.leases.take(WORK, this.owner, this.policy.lease())
			.filter(Boolean::booleanValue)
			.flatMap((taken) -> this.store.due(this.policy, this.clock.instant())
				.collectList()
				.flatMapMany(Flux::fromIterable)
				.concatMap(this.shredder::expire)
				.count())
			.doOnNext((count) -> {
				if (count > 0) {
					logger.info("{} conversations whose time was over are deleted with their keys", count);
				}
			})
			.defaultIfEmpty(0L);
	}

}
