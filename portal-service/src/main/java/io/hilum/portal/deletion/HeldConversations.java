package io.hilum.portal.deletion;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.hilum.portal.conversation.ConversationStore;
import io.hilum.portal.conversation.SealedConversation;
import io.hilum.portal.hold.HoldStore;
import io.hilum.portal.holder.Holders;
import io.hilum.trust.context.ServiceContext;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Says whether a hold keeps one of the caller's conversations, and with it what another
 * service has of it (ADR 49).
 */
@Component
public class HeldConversations {

	/**
	 * Before a receipt, a hold that was placed so shortly may have come after it: it
	 * waits for the deletion with its time already written, and replicas have clocks of
	 * their own.
	 */
	private static final Duration DOUBT = Duration.ofMinutes(1);

	private final ConversationStore conversations;

	private final DeletionStore deletions;

	private final Holders holders;

	private final HoldStore holds;

	private final TransactionalOperator transaction;

	HeldConversations(ConversationStore conversations, DeletionStore deletions, Holders holders, HoldStore holds,
			TransactionalOperator transaction) {
		this.conversations = conversations;
		this.deletions = deletions;
		this.holders = holders;
		this.holds = holds;
		this.transaction = transaction;
	}

	/**
	 * Whether a hold keeps a conversation. One that went with a receipt was kept by none
	 * of those in force by then. Of one that never was, and of holds that came after the
	 * receipt, neither team nor time is known: whatever hold may mean its person keeps
	 * it.
	 * @param conversation the conversation
	 * @param caller whose it is
	 * @return {@code true} if nothing of it may go
	 */
	public Mono<Boolean> isHeld(UUID conversation, ServiceContext caller) {
		return this.holders.idOf(caller)
			.flatMap((holder) -> ofKnown(holder, conversation, caller.subject()))
			.switchIfEmpty(Mono.defer(() -> this.holds.mayKeep(caller.subject(), Instant.EPOCH)))
			.as(this.transaction::transactional);
	}

	private Mono<Boolean> ofKnown(UUID holder, UUID conversation, String subject) {
		return this.conversations.find(holder, conversation)
			.flatMap((found) -> isHeld(found, subject))
			.switchIfEmpty(Mono.defer(() -> this.deletions.deletedAt(holder, conversation)
				.flatMap((gone) -> this.holds.mayKeep(subject, gone.minus(DOUBT)))));
	}

	private Mono<Boolean> isHeld(SealedConversation found, String subject) {
		return this.holds.keeps(subject, found.state().team(), found.state().updatedAt());
	}

}
