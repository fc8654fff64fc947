package io.hilum.portal.deletion;

import java.time.Instant;
import java.util.UUID;

import io.hilum.portal.page.Cursor;
import io.hilum.portal.retention.RetentionPolicy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where receipts are kept, and who knows what is due.
 */
public interface DeletionStore {

	/**
	 * Keep a receipt.
	 * @param holder whose conversation it was
	 * @param deletion the receipt
	 * @return when it is kept
	 */
	Mono<Void> insert(UUID holder, Deletion deletion);

	/**
	 * Receipts of somebody, the newest first.
	 * @param holder whose
	 * @param after where the page before ended
	 * @param limit how many at most
	 * @return the receipts
	 */
	Flux<Deletion> list(UUID holder, Cursor after, int limit);

	/**
	 * When a conversation of somebody went.
	 * @param holder whose it was
	 * @param conversation the conversation
	 * @return the time of its receipt, or empty if there is none
	 */
	Mono<Instant> deletedAt(UUID holder, UUID conversation);

	/**
	 * Conversations whose time is over and that no hold keeps.
	 * @param policy for how long they are kept
	 * @param now the time
	 * @return as many as the policy lets go at once, the oldest first
	 */
	Flux<Due> due(RetentionPolicy policy, Instant now);

	/**
	 * A conversation whose time is over.
	 *
	 * @param holder whose it is
	 * @param conversation the conversation
	 */
	record Due(UUID holder, UUID conversation) {
	}

}
