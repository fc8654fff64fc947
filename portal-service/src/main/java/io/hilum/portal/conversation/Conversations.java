package io.hilum.portal.conversation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import io.hilum.portal.holder.Holder;
import io.hilum.portal.holder.Holders;
import io.hilum.portal.page.Cursor;
import io.hilum.portal.problem.PortalProblem;
import io.hilum.portal.problem.ProblemCode;
import io.hilum.portal.retention.RetentionPolicy;
import io.hilum.portal.word.WordProperties;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Begins, finds and changes conversations for the person whose they are. For everybody
 * else they are not there.
 */
@Component
public class Conversations {

	private final ConversationStore store;

	private final Holders holders;

	private final RetentionPolicy retention;

	private final ConversationProperties properties;

	private final WordProperties words;

	private final TransactionalOperator transaction;

	private final Clock clock;

	Conversations(ConversationStore store, Holders holders, RetentionPolicy retention,
			ConversationProperties properties, WordProperties words, TransactionalOperator transaction, Clock clock) {
		this.store = store;
		this.holders = holders;
		this.retention = retention;
		this.properties = properties;
		this.words = words;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * A conversation, and whether it was begun just now.
	 *
	 * @param conversation the conversation
	 * @param isNew {@code false} if it was there already
	 */
	public record Begun(Conversation conversation, boolean isNew) {
	}

	/**
	 * Begin a conversation, unless it has begun.
	 * @param id its id
	 * @param title its title
	 * @param folder the folder that it is in
	 * @param model the model that was chosen
	 * @param caller who begins it
	 * @return the conversation
	 */
	public Mono<Begun> begin(UUID id, @Nullable PhiText title, @Nullable UUID folder, @Nullable String model,
			ServiceContext caller) {
		return this.holders.ensure(caller)
			.flatMap((holder) -> find(holder, id).map((found) -> new Begun(found, false))
				.switchIfEmpty(Mono.defer(() -> begin(holder, id, title,
						ConversationState.begun(caller.team(), folder, model, keptAs(caller), now())))));
	}

	private Mono<Begun> begin(Holder holder, UUID id, @Nullable PhiText title, ConversationState state) {
		SealedConversation sealed = Conversation.begin(holder, id, title, state);
		return requireRoom(holder).then(Mono.defer(() -> this.store.insert(sealed, marks(holder, title))))
			.as(this.transaction::transactional)
			.onErrorMap(DataIntegrityViolationException.class, (ex) -> PortalProblem.notFound("folder"))
			.flatMap((isNew) -> find(holder, id).map((found) -> new Begun(found, isNew)));
	}

	private Mono<Void> requireRoom(Holder holder) {
		return this.store.count(holder.id())
			.filter((count) -> count < this.properties.perPerson())
			.switchIfEmpty(Mono.error(() -> PortalProblem.of(ProblemCode.TOO_MANY,
					"You have " + this.properties.perPerson() + " conversations, which is as many as there may be")))
			.then();
	}

	/**
	 * One of the caller's conversations.
	 * @param id its id
	 * @param caller who asks
	 * @return the conversation; fails if the caller has none of this id
	 */
	public Mono<Conversation> get(UUID id, ServiceContext caller) {
		return this.holders.of(caller).flatMap((holder) -> find(holder, id)).switchIfEmpty(notFound());
	}

	private Mono<Conversation> find(Holder holder, UUID id) {
		return this.store.find(holder.id(), id).map((sealed) -> Conversation.open(sealed, holder));
	}

	/**
	 * The caller's conversations, the last used first.
	 * @param filter which
	 * @param after where the page before ended
	 * @param limit how many at most
	 * @param caller who asks
	 * @return the conversations
	 */
	public Flux<Conversation> list(ConversationFilter filter, Cursor after, int limit, ServiceContext caller) {
		return this.holders.of(caller)
			.flatMapMany((holder) -> this.store.list(holder.id(), filter, after, limit)
				.map((sealed) -> Conversation.open(sealed, holder)));
	}

	/**
	 * The caller's conversations in which all words are, the last used first.
	 * @param query the words
	 * @param after where the page before ended
	 * @param limit how many at most
	 * @param caller who asks
	 * @return the conversations
	 */
	public Flux<Conversation> search(PhiText query, Cursor after, int limit, ServiceContext caller) {
		return this.holders.of(caller).flatMapMany((holder) -> {
			List<Long[]> wanted = holder.marks().ofQuery(query, this.words.perQuery());
			return wanted.isEmpty() ? Flux.empty() : this.store.search(holder.id(), wanted, after, limit)
				.map((sealed) -> Conversation.open(sealed, holder));
		});
	}

	/**
	 * Change one of the caller's conversations.
	 * @param id its id
	 * @param change what shall be otherwise
	 * @param caller who asks
	 * @return the conversation as it is now
	 */
	public Mono<Conversation> change(UUID id, Change change, ServiceContext caller) {
		return locked(id, caller,
				(found) -> this.store.update(sealed(found, change))
					.onErrorMap(DataIntegrityViolationException.class, (ex) -> PortalProblem.notFound("folder"))
					.then(Mono.defer(() -> mark(found.conversation(), change))))
			.then(Mono.defer(() -> get(id, caller)));
	}

	private static SealedConversation sealed(Locked found, Change change) {
		SealedConversation changed = found.sealed().in(change.applyTo(found.sealed().state()));
		return (change.title() != null) ? changed.titled(found.conversation().sealTitle(change.title().orElse(null)))
				: changed;
	}

	private Mono<Void> mark(Conversation conversation, Change change) {
		return (change.title() == null) ? Mono.empty() : this.store.mark(conversation.holder().id(), conversation.id(),
				marks(conversation.holder(), change.title().orElse(null)));
	}

	/**
	 * Do something with one of the caller's conversations that nobody else changes
	 * meanwhile.
	 * @param id its id
	 * @param caller who asks
	 * @param work what is done in one transaction
	 * @param <T> what comes of it
	 * @return what comes of it; fails if the caller has no conversation of this id
	 */
	public <T> Mono<T> locked(UUID id, ServiceContext caller, Function<Locked, ? extends Mono<T>> work) {
		return this.holders.of(caller)
			.switchIfEmpty(notFound())
			.flatMap((holder) -> this.store.lock(holder.id(), id)
				.switchIfEmpty(notFound())
				.flatMap((sealed) -> work.apply(new Locked(sealed, Conversation.open(sealed, holder))))
				.as(this.transaction::transactional));
	}

	/**
	 * A conversation within the transaction that locked it.
	 *
	 * @param sealed as it is stored
	 * @param conversation the same, open
	 */
	public record Locked(SealedConversation sealed, Conversation conversation) {
	}

	/**
	 * The role whose retention applies to what the caller says.
	 * @param caller who says something
	 * @return the role, or {@code null}
	 */
	public @Nullable String keptAs(ServiceContext caller) {
		return this.retention.keptAs(caller.roles()).orElse(null);
	}

	private Long[] marks(Holder holder, @Nullable PhiText title) {
		return (title != null) ? holder.marks().ofTitle(title, this.words.perText()) : new Long[0];
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	private static <T> Mono<T> notFound() {
		return Mono.error(() -> PortalProblem.notFound("conversation"));
	}

}
