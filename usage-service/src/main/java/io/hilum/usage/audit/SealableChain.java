package io.hilum.usage.audit;

import io.hilum.usage.audit.chain.ChainedEvent;
import io.hilum.usage.audit.chain.SignedHead;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What sealing needs of the chain: events in their order, and a place for the heads over
 * them.
 */
public interface SealableChain {

	/**
	 * Keep other instances from sealing until the present transaction ends.
	 * @return whether this instance may seal now
	 */
	Mono<Boolean> lockForSealing();

	/**
	 * Read the last head.
	 * @return the head, or nothing
	 */
	Mono<SignedHead> lastHead();

	/**
	 * Read events in order.
	 * @param after the sequence after which to begin
	 * @param last the last sequence
	 * @return the events, as they may be judged
	 */
	Flux<ChainedEvent> events(long after, long last);

	/**
	 * Add the next head, in the present transaction.
	 * @param head the head
	 * @return when it is stored
	 */
	Mono<Void> add(SignedHead head);

}
