package io.hilum.rag.collection;

import java.time.Clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Deletes personal collections whose time is over, with their keys. Replicas may do so at
 * once: each collection goes once.
 */
@Component
public class PersonalSweeper extends Upkeep {

	private static final Logger logger = LoggerFactory.getLogger(PersonalSweeper.class);

	private final CollectionStore collections;

	private final CollectionRegistry registry;

	private final PersonalProperties properties;

	private final Clock clock;

	PersonalSweeper(CollectionStore collections, CollectionRegistry registry, PersonalProperties properties,
			Clock clock) {
		super(properties.interval());
		this.collections = collections;
		this.registry = registry;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	Mono<Long> work() {
		return sweep();
	}

	/**
	 * Look once.
	 * @return how many went
	 */
	public Mono<Long> sweep() {
		return this.collections
			.unusedPersonal(this.clock.instant().minus(this.properties.keptFor()), this.properties.batch())
			.collectList()
			.flatMapIterable((due) -> due)
			.concatMap(this.registry::expire)
			.filter(Boolean::booleanValue)
			.count()
			.doOnNext((count) -> {
				if (count > 0) {
					logger.info("{} personal collections whose time was over are deleted with their keys", count);
				}
			});
	}

}
