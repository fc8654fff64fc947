package io.hilum.usage.outbox;

import java.util.List;
import java.util.function.Function;

import reactor.core.publisher.Mono;

/**
 * Events that were decided and wait for publication. They are stored in the transaction
 * of the decision, so that no crash can part the two.
 */
public interface Outbox {

	/**
	 * Store an event in the present transaction.
	 * @param event the event
	 * @return when it is stored
	 */
	Mono<Void> append(OutboxRecord event);

	/**
	 * Take the oldest events out, in order, while no other relay can. They stay if
	 * publishing them fails.
	 * @param limit how many at most
	 * @param publish publishes them in order
	 * @return how many were taken out
	 */
	Mono<Integer> relay(int limit, Function<List<OutboxRecord>, Mono<Void>> publish);

}
