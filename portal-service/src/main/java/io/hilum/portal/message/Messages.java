package io.hilum.portal.message;

import java.util.List;
import java.util.UUID;

import io.hilum.portal.conversation.BranchEnds;
import io.hilum.portal.conversation.Conversation;
import io.hilum.portal.conversation.ConversationState;
import io.hilum.portal.conversation.ConversationStore;
import io.hilum.portal.conversation.Conversations;
import io.hilum.portal.conversation.Conversations.Locked;
import io.hilum.portal.problem.PortalProblem;
import io.hilum.portal.problem.ProblemCode;
import io.hilum.portal.word.WordProperties;
import io.hilum.trust.context.ServiceContext;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Appends messages, each once, and knows the branches that they form.
 */
@Component
public class Messages implements BranchEnds {

	private final MessageStore store;

	private final Conversations conversations;

	private final ConversationStore states;

	private final MessageProperties properties;

	private final WordProperties words;

	private final Scheduler sealing;

	Messages(MessageStore store, Conversations conversations, ConversationStore states, MessageProperties properties,
			WordProperties words, Scheduler sealing) {
		this.store = store;
		this.conversations = conversations;
		this.states = states;
		this.properties = properties;
		this.words = words;
		this.sealing = sealing;
	}

	/**
	 * Append a message to one of the caller's conversations, unless it is there.
	 * @param conversation the conversation
	 * @param message the message
	 * @param caller who appends it
	 * @return whether it was not there; fails if another message has its id
	 */
	public Mono<Boolean> append(UUID conversation, Message message, ServiceContext caller) {
		return this.conversations.locked(conversation, caller,
				(found) -> present(found.conversation(), message).filter((isThere) -> isThere)
					.map((isThere) -> false)
					.switchIfEmpty(Mono.defer(() -> insert(found, message, caller).thenReturn(true))));
	}

	private Mono<Boolean> present(Conversation in, Message message) {
		return this.store.find(in.holder().id(), in.id(), List.of(message.id()), false)
			.next()
			.publishOn(this.sealing)
			.map((sealed) -> {
				if (!Message.open(sealed, in).saysTheSameAs(message)) {
					throw PortalProblem.of(ProblemCode.MESSAGE_EXISTS, "Another message has this id", "id");
				}
				return true;
			});
	}

	private Mono<Void> insert(Locked found, Message message, ServiceContext caller) {
		Conversation in = found.conversation();
		ConversationState state = in.state();
		if (state.messages() >= this.properties.perConversation()) {
			return Mono.error(() -> PortalProblem.of(ProblemCode.CONVERSATION_FULL,
					"A conversation may have " + this.properties.perConversation() + " messages; begin another one"));
		}
		ConversationState said = state.said(message.id(), caller.team(), message.model(),
				this.conversations.keptAs(caller), message.createdAt());
		return Mono.fromSupplier(() -> new Prepared(message.seal(in), marks(in, message)))
			.subscribeOn(this.sealing)
			.flatMap((ready) -> this.store.insert(in.holder().id(), in.id(), said.messages(), ready.sealed(),
					ready.marks()))
			.onErrorMap(DataIntegrityViolationException.class, (ex) -> PortalProblem.notFound("message to follow"))
			.then(Mono.defer(() -> this.states.update(found.sealed().in(said))));
	}

	private Long[] marks(Conversation in, Message message) {
		return in.holder().marks().ofText(message.text(), this.words.perText());
	}

	@Override
	public Mono<UUID> newestBelow(Conversation conversation, UUID message) {
		return branches(conversation).flatMap((branches) -> Mono.justOrEmpty(branches.newestBelow(message)))
			.switchIfEmpty(Mono.error(() -> PortalProblem.notFound("message")));
	}

	Mono<Branches> branches(Conversation conversation) {
		return this.store.nodes(conversation.holder().id(), conversation.id()).collectList().map(Branches::new);
	}

	/**
	 * All branches of a conversation.
	 * @param conversation the conversation
	 * @return the place of each message, parents before their children
	 */
	public Mono<List<Node>> tree(Conversation conversation) {
		return branches(conversation).map(Branches::all);
	}

	/**
	 * A message on its way into the store.
	 *
	 * @param sealed the message
	 * @param marks by what it is found
	 */
	@SuppressWarnings("ArrayRecordComponent")
	private record Prepared(SealedMessage sealed, Long[] marks) {
	}

}
