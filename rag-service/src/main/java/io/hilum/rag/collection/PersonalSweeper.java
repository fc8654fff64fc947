package io.hilum.rag.collection;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Deletes personal collections whose time is over, with their keys. Replicas may do so at
 * once: each collection goes once.
 */
@Component
public class PersonalSweeper implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(PersonalSweeper.class);

	private final CollectionStore collections;

	private final CollectionRegistry registry;

	private final PersonalProperties properties;

	private final Clock clock;

	private volatile @Nullable Disposable sweeping;

	/**
	 * The last one that was looked at: what stays must not keep others from their turn.
	 */
	private volatile @Nullable DocumentCollection last;

	PersonalSweeper(CollectionStore collections, CollectionRegistry registry, PersonalProperties properties,
			Clock clock) {
		this.collections = collections;
		this.registry = registry;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	public void start() {
		this.sweeping = Flux.interval(this.properties.interval())
			.onBackpressureDrop()
			.concatMap((tick) -> sweep().onErrorResume((ex) -> {
				logger.warn("Personal collections whose time is over could not be deleted: {}",
						ex.getClass().getName());
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
	 * Look once, at so many as the bound says, from where the last look ended. One that
	 * cannot go keeps no other from going.
	 * @return how many went, or, after all were tried, why some could not
	 */
	public Mono<Long> sweep() {
		Instant since = this.clock.instant().minus(this.properties.keptFor());
		return this.collections.unusedPersonal(since, this.last, this.properties.batch())
			.collectList()
			.doOnNext(this::remember)
			.flatMapIterable((due) -> due)
			.concatMapDelayError((found) -> this.registry.expire(found, since), true, 1)
			.filter(Boolean::booleanValue)
			.count()
			.doOnNext((count) -> {
				if (count > 0) {
					logger.info("{} personal collections whose time was over are deleted with their keys", count);
				}
			});
	}

	private void remember(List<DocumentCollection> due) {
		this.last = (due.size() < this.properties.batch()) ? null : due.getLast();
	}

}
