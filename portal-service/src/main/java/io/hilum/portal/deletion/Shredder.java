package io.hilum.portal.deletion;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;

import io.hilum.portal.audit.AuditAction;
import io.hilum.portal.audit.AuditEvent;
import io.hilum.portal.audit.AuditLog;
import io.hilum.portal.conversation.ConversationStore;
import io.hilum.portal.conversation.Conversations;
import io.hilum.portal.conversation.SealedConversation;
import io.hilum.portal.hold.HoldStore;
import io.hilum.portal.holder.Holders;
import io.hilum.portal.page.Cursor;
import io.hilum.portal.problem.PortalProblem;
import io.hilum.portal.problem.ProblemCode;
import io.hilum.portal.retention.RetentionPolicy;
import io.hilum.trust.context.ServiceContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Deletes conversations with their keys, unless a hold keeps them. The row, the event in
 * the audit and the receipt are one transaction.
 */
@Component
public class Shredder {

	private final Conversations conversations;

	private final ConversationStore store;

	private final Holders holders;

	private final HoldStore holds;

	private final DeletionStore deletions;

	private final RetentionPolicy retention;

	private final AuditLog audit;

	private final TransactionalOperator transaction;

	private final Clock clock;

	Shredder(Conversations conversations, ConversationStore store, Holders holders, HoldStore holds,
			DeletionStore deletions, RetentionPolicy retention, AuditLog audit, TransactionalOperator transaction,
			Clock clock) {
		this.conversations = conversations;
		this.store = store;
		this.holders = holders;
		this.holds = holds;
		this.deletions = deletions;
		this.retention = retention;
		this.audit = audit;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Delete one of the caller's conversations.
	 * @param conversation the conversation
	 * @param caller who asks
	 * @return the receipt; fails if the caller has no such conversation, or a hold keeps
	 * it
	 */
	public Mono<Deletion> delete(UUID conversation, ServiceContext caller) {
		String resource = resource(conversation);
		return this.conversations.locked(conversation, caller,
				(found) -> isHeld(found.sealed(), caller.subject())
					.flatMap((held) -> held ? refuse(caller, resource) : shred(found.sealed(), DeletionReason.PERSON,
							AuditEvent.allowed(AuditAction.CONVERSATION_DELETED, caller, resource))));
	}

	private Mono<Deletion> refuse(ServiceContext caller, String resource) {
		PortalProblem problem = PortalProblem.of(ProblemCode.LEGAL_HOLD,
				"A legal hold keeps this conversation; it cannot be deleted for now");
		return this.audit.append(AuditEvent.refused(AuditAction.CONVERSATION_DELETED, caller, resource,
				problem.code().wire(), problem.code().status()))
			.then(Mono.error(problem));
	}

	/**
	 * Delete a conversation whose time is over, if that is still so.
	 * @param due the conversation
	 * @return the receipt, or empty if it stays
	 */
	Mono<Deletion> expire(DeletionStore.Due due) {
		AuditEvent event = AuditEvent.own(AuditAction.CONVERSATION_EXPIRED, resource(due.conversation()), "retention");
		Mono<Deletion> expired = this.store.lock(due.holder(), due.conversation())
			.filter(this::isOver)
			.filterWhen((sealed) -> this.holders.nameOf(due.holder())
				.flatMap((name) -> isHeld(sealed, name))
				.map((held) -> !held))
			.flatMap((sealed) -> shred(sealed, DeletionReason.RETENTION, event));
		return expired.as(this.transaction::transactional);
	}

	private boolean isOver(SealedConversation sealed) {
		return this.retention.expiry(sealed.state().keptAs(), sealed.state().updatedAt())
			.filter((end) -> end.isBefore(this.clock.instant()))
			.isPresent();
	}

	private Mono<Boolean> isHeld(SealedConversation sealed, String subject) {
		return this.holds.keeps(subject, sealed.state().team(), sealed.state().updatedAt());
	}

	private Mono<Deletion> shred(SealedConversation sealed, DeletionReason reason, AuditEvent event) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		return this.store.delete(sealed.holder(), sealed.id())
			.then(Mono.defer(() -> this.audit.append(event)))
			.map((recorded) -> new Deletion(sealed.id(), sealed.state().messages(), fingerprint(sealed.key()), reason,
					now, recorded))
			.delayUntil((deletion) -> this.deletions.insert(sealed.holder(), deletion));
	}

	/**
	 * The caller's receipts, the newest first.
	 * @param after where the page before ended
	 * @param limit how many at most
	 * @param caller who asks
	 * @return the receipts
	 */
	public Flux<Deletion> receipts(Cursor after, int limit, ServiceContext caller) {
		return this.holders.idOf(caller).flatMapMany((holder) -> this.deletions.list(holder, after, limit));
	}

	private static String resource(UUID conversation) {
		return "conversation:" + conversation;
	}

	private static String fingerprint(byte[] sealedKey) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sealedKey));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("SHA-256 is part of every JDK", ex);
		}
	}

}
