package io.hilum.portal.conversation;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import io.hilum.portal.audit.AuditAction;
import io.hilum.portal.audit.AuditEvent;
import io.hilum.portal.audit.AuditLog;
import io.hilum.portal.conversation.Conversations.Locked;
import io.hilum.portal.holder.Holders;
import io.hilum.portal.page.Cursor;
import io.hilum.portal.problem.PortalProblem;
import io.hilum.portal.problem.ProblemCode;
import io.hilum.portal.profile.Permissions;
import io.hilum.portal.profile.Preferences;
import io.hilum.portal.profile.Profiles;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.text.PhiText;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Lets a team read what one of it shares: one branch, as it was when it was shared.
 */
@Component
public class Shares {

	private final Conversations conversations;

	private final ConversationStore store;

	private final Holders holders;

	private final Profiles profiles;

	private final Permissions permissions;

	private final AuditLog audit;

	private final Clock clock;

	Shares(Conversations conversations, ConversationStore store, Holders holders, Profiles profiles,
			Permissions permissions, AuditLog audit, Clock clock) {
		this.conversations = conversations;
		this.store = store;
		this.holders = holders;
		this.profiles = profiles;
		this.permissions = permissions;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Share the present branch of one of the caller's conversations with the caller's
	 * team.
	 * @param conversation the conversation
	 * @param caller who shares
	 * @return the conversation with its share
	 */
	public Mono<Conversation> grant(UUID conversation, ServiceContext caller) {
		return this.conversations
			.locked(conversation, caller,
					(found) -> requirePermission(caller).then(this.profiles.of(found.conversation().holder()))
						.flatMap((preferences) -> this.store.update(shared(found, preferences, caller)))
						.then(Mono
							.defer(() -> record(AuditAction.SHARE_GRANTED, "conversation:" + conversation, caller))))
			.then(Mono.defer(() -> this.conversations.get(conversation, caller)));
	}

	private Mono<Void> requirePermission(ServiceContext caller) {
		return this.permissions.of(caller.roles()).contains(Permissions.SHARE) ? Mono.empty() : Mono
			.error(() -> PortalProblem.of(ProblemCode.FORBIDDEN, "None of your roles may share conversations"));
	}

	private SealedConversation shared(Locked found, Preferences preferences, ServiceContext caller) {
		Conversation conversation = found.conversation();
		Share before = conversation.share();
		UUID id = (before != null && before.team().equals(caller.team())) ? before.id() : UUID.randomUUID();
		String name = preferences.displayName();
		return found.sealed()
			.shared(new SealedShare(id, caller.team(), conversation.state().current(),
					conversation.sealSharedBy((name != null) ? PhiText.of(name) : null),
					this.clock.instant().truncatedTo(ChronoUnit.MICROS)));
	}

	/**
	 * Share a conversation no longer.
	 * @param conversation the conversation
	 * @param caller whose it is
	 * @return when nobody else reads it
	 */
	public Mono<Void> revoke(UUID conversation, ServiceContext caller) {
		return this.conversations.locked(conversation, caller, (found) -> this.store.update(found.sealed().shared(null))
			.then(Mono.defer(() -> record(AuditAction.SHARE_REVOKED, "conversation:" + conversation, caller))));
	}

	/**
	 * What others share with the caller's team, the newest first.
	 * @param after where the page before ended
	 * @param limit how many at most
	 * @param caller who asks
	 * @return the conversations
	 */
	public Flux<Conversation> list(Cursor after, int limit, ServiceContext caller) {
		return this.store.shared(caller.team(), caller.subject(), after, limit).concatMap(this::open);
	}

	/**
	 * What somebody of the caller's team shares. That it is read is put on record.
	 * @param share the id of the share
	 * @param caller who asks
	 * @return the conversation; fails if nothing of this id is shared with the caller
	 */
	public Mono<Conversation> read(UUID share, ServiceContext caller) {
		return this.store.shared(share, caller.team())
			.flatMap(this::open)
			.switchIfEmpty(Mono.error(() -> PortalProblem.notFound("share")))
			.delayUntil((found) -> record(AuditAction.SHARE_READ, "conversation:" + found.id(), caller));
	}

	private Mono<Conversation> open(SealedConversation sealed) {
		return this.holders.of(sealed.holder()).map((holder) -> Conversation.open(sealed, holder));
	}

	private Mono<Void> record(AuditAction action, String resource, ServiceContext caller) {
		return this.audit.append(AuditEvent.allowed(action, caller, resource)).then();
	}

}
