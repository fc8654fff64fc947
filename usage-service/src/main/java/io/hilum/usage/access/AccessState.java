package io.hilum.usage.access;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The last event of each key and budget. Its versions grow with each change and with
 * time, so that they keep growing when the store itself was lost.
 */
public interface AccessState {

	/**
	 * The compacted topic on which the state is published.
	 */
	String TOPIC = "hilum.access.v1";

	/**
	 * Make an event the present state and put it into the outbox, in the present
	 * transaction.
	 * @param event the event
	 * @return its version
	 */
	Mono<Long> change(AccessEvent event);

	/**
	 * The present state.
	 * @return one entry for each key and budget that ever was
	 */
	Flux<Entry> all();

	/**
	 * Put the last event of a key or budget into the outbox again, in the present
	 * transaction, which keeps others from changing it meanwhile.
	 * @param key its key on the topic
	 * @return when it is stored
	 */
	Mono<Void> publishAgain(String key);

	/**
	 * What is known of a key or budget.
	 *
	 * @param key its key on the topic, {@code KIND:ID}
	 * @param version the version of its last event
	 */
	record Entry(String key, long version) {
	}

}
