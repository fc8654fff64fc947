package io.hilum.usage.access;

import java.util.Map;

import io.hilum.usage.outbox.OutboxRelay;
import io.hilum.usage.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
	 * Compare and repair.
	 * @return how many entries were published again
	 */
	public Mono<Long> repair() {
		return this.topic.versions()
			.flatMap((published) -> this.unitOfWork.inOne(publishMissing(published)))
			.flatMap((count) -> this.relay.flush().thenReturn(count))
			.doOnNext((count) -> logger.info("Published {} entries of the access topic again", count));
	}

	private Mono<Long> publishMissing(Map<String, Long> published) {
		return this.state.all()
			.filter((entry) -> isMissing(entry, published.getOrDefault(entry.key(), 0L)))
			.collectList()
			.flatMapIterable((entries) -> entries)
			.concatMap((entry) -> this.state.publishAgain(entry).thenReturn(entry))
			.count();
	}

	private static boolean isMissing(AccessState.Entry entry, long published) {
		if (published > entry.version()) {
			logger.error("The store knows version {} of {}, the topic has {}: the store is older, its word is not used",
					entry.version(), entry.key(), published);
		}
		return published < entry.version();
	}

}
