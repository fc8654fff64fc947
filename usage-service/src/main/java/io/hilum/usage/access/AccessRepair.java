package io.hilum.usage.access;

import java.util.List;
import java.util.Map;

import io.hilum.usage.outbox.OutboxRelay;
import io.hilum.usage.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Publishes again what the topic has lost: a topic that is empty, or older than the
 * store, would leave keys in force that were revoked. Where the topic is newer the store
 * was restored from a backup, and the topic's word stands.
 */
public class AccessRepair {

	private static final Logger logger = LoggerFactory.getLogger(AccessRepair.class);

	private final AccessState state;

	private final AccessTopic topic;

	private final UnitOfWork unitOfWork;

	private final OutboxRelay relay;

	AccessRepair(AccessState state, AccessTopic topic, UnitOfWork unitOfWork, OutboxRelay relay) {
		this.state = state;
		this.topic = topic;
		this.unitOfWork = unitOfWork;
		this.relay = relay;
	}

	/**
	 * Compare and repair. The store is read before the topic, so that what changes in
	 * between is not taken for missing.
	 * @return how many entries were published again
	 */
	public Mono<Long> repair() {
		return this.state.all()
			.collectList()
			.zipWhen((known) -> this.topic.versions(), AccessRepair::missing)
			.flatMap(this::publishAgain)
			.flatMap((count) -> this.relay.flush().thenReturn(count))
			.doOnNext((count) -> {
				if (count > 0) {
					logger.info("Published {} entries of the access topic again", count);
				}
			});
	}

	private Mono<Long> publishAgain(List<AccessState.Entry> missing) {
		return Flux.fromIterable(missing)
			.concatMap((entry) -> this.unitOfWork.inOne(this.state.publishAgain(entry.key())).thenReturn(entry))
			.count();
	}

	private static List<AccessState.Entry> missing(List<AccessState.Entry> known, Map<String, Long> published) {
		return known.stream().filter((entry) -> isMissing(entry, published.getOrDefault(entry.key(), 0L))).toList();
	}

	private static boolean isMissing(AccessState.Entry entry, long published) {
		if (published > entry.version()) {
			logger.error("The store knows version {} of {}, the topic has {}: the store is older, its word is not used",
					entry.version(), entry.key(), published);
		}
		return published < entry.version();
	}

}
