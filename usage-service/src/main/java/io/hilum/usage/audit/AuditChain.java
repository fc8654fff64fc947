package io.hilum.usage.audit;

import java.util.List;

import io.hilum.usage.audit.chain.ChainedEvent;
import io.hilum.usage.audit.chain.Expiry;
import io.hilum.usage.audit.chain.SignedHead;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The events in the order in which they were linked, and the heads that were signed over
 * them. Nothing is ever changed or removed.
 */
public interface AuditChain extends SealableChain {

	/**
	 * Link events to the end of the chain, in the present transaction. An event whose id
	 * is known changes nothing.
	 * @param events the events
	 * @return how many were new
	 */
	Mono<Long> append(List<AuditEvent> events);

	/**
	 * Put a batch back that the store has lost, in the present transaction.
	 * @param head its head
	 * @param events its events
	 * @return how many events were lost; {@link ForkedArchiveException} if the store has
	 * other events in their places
	 */
	Mono<Long> restore(SignedHead head, List<ChainedEvent> events);

	/**
	 * The end of the chain.
	 * @return the sequence and hash of the last event
	 */
	Mono<Tip> tip();

	/**
	 * Search for events.
	 * @param query which
	 * @return the events, the latest first
	 */
	Flux<ChainedEvent> find(AuditQuery query);

	/**
	 * Search for what concerned a patient.
	 * @param query which
	 * @return the events, the latest first
	 */
	Flux<ChainedEvent> ofPatient(PatientQuery query);

	/**
	 * Read heads in order.
	 * @param after the batch after which to begin
	 * @param limit how many at most
	 * @return the heads
	 */
	Flux<SignedHead> heads(long after, int limit);

	/**
	 * Remove the beginning of the chain, in the present transaction.
	 * @param expiry what is removed and why
	 * @return when it is gone
	 */
	Mono<Void> expire(Expiry expiry);

	/**
	 * What was removed from the beginning of the chain.
	 * @return the latest expiry, or nothing
	 */
	Mono<Expiry> expiry();

	/**
	 * The end of the chain.
	 *
	 * @param sequence the place of the last event, 0 if there is none
	 * @param hash its hash
	 */
	record Tip(long sequence, String hash) {
	}

}
