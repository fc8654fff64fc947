package io.hilum.rag.collection;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.hilum.rag.audit.AuditAction;
import io.hilum.rag.audit.AuditEvent;
import io.hilum.rag.audit.AuditLog;
import io.hilum.rag.problem.ProblemCode;
import io.hilum.rag.problem.RagProblem;
import io.hilum.rag.seal.Place;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.id.TimeOrderedIds;
import io.hilum.trust.seal.DataKeys;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Makes, changes and deletes collections for administrators, and personal ones for
 * everybody. Each change is recorded in the same breath: without the record there is no
 * change.
 */
@Component
public class CollectionRegistry {

	private final CollectionStore collections;

	private final CollectionAccess access;

	private final AuditLog audit;

	private final TransactionalOperator transaction;

	private final DataKeys keys;

	private final TimeOrderedIds ids;

	private final Clock clock;

	private final PersonalProperties personal;

	private final HeldDocuments held;

	CollectionRegistry(CollectionStore collections, CollectionAccess access, AuditLog audit,
			TransactionalOperator transaction, DataKeys keys, TimeOrderedIds ids, Clock clock,
			PersonalProperties personal, HeldDocuments held) {
		this.collections = collections;
		this.access = access;
		this.audit = audit;
		this.transaction = transaction;
		this.keys = keys;
		this.ids = ids;
		this.clock = clock;
		this.personal = personal;
		this.held = held;
	}

	/**
	 * Make a collection with a key of its own.
	 * @param name its name
	 * @param description what it is for
	 * @param access who may read and fill it
	 * @param caller who asks
	 * @return the collection
	 */
	public Mono<DocumentCollection> create(CollectionName name, @Nullable String description, AccessList access,
			ServiceContext caller) {
		return administered(AuditAction.COLLECTION_CREATED, name.value(), caller)
			.then(Mono.defer(() -> make(name, description, access, caller)));
	}

	/**
	 * Make a collection that is the caller's alone.
	 * @param name its name, a personal one
	 * @param caller who asks
	 * @return the collection; fails if there is one of this name, or if the caller has as
	 * many as one may
	 */
	public Mono<DocumentCollection> createPersonal(CollectionName name, ServiceContext caller) {
		return this.collections.find(List.of(name))
			.hasElements()
			.filter((exists) -> !exists)
			.switchIfEmpty(Mono.error(CollectionRegistry::exists))
			.then(this.collections.countPersonal(caller.subject()))
			.filter((count) -> count < this.personal.perPerson())
			.switchIfEmpty(Mono.error(() -> RagProblem.of(ProblemCode.INDEX_FULL,
					"You have as many collections of your own as you may: " + this.personal.perPerson())))
			.then(Mono.defer(() -> make(name, null, AccessList.of(caller.subject()), caller)));
	}

	private static Throwable exists() {
		return RagProblem.of(ProblemCode.COLLECTION_EXISTS, "There is a collection of this name", "name");
	}

	private Mono<DocumentCollection> make(CollectionName name, @Nullable String description, AccessList access,
			ServiceContext caller) {
		UUID id = this.ids.next();
		return this.keys.create(Place.ofKey(id))
			.map((key) -> new DocumentCollection(id, name, description, access, key, this.clock.instant(),
					caller.subject()))
			.flatMap((created) -> insert(created, caller));
	}

	private Mono<DocumentCollection> insert(DocumentCollection created, ServiceContext caller) {
		String name = created.name().value();
		return this.collections.insert(created)
			.filter(Boolean::booleanValue)
			.switchIfEmpty(Mono.error(CollectionRegistry::exists))
			.then(this.audit
				.append(AuditEvent.allowed(AuditAction.COLLECTION_CREATED, caller, name, resource(created.id()), 201)))
			.thenReturn(created)
			.as(this.transaction::transactional);
	}

	/**
	 * Change a collection.
	 * @param name its name
	 * @param description its new description, or {@code null} to leave it
	 * @param access its new access list, or {@code null} to leave it
	 * @param caller who asks
	 * @return the collection as it is now
	 */
	public Mono<DocumentCollection> change(String name, @Nullable String description, @Nullable AccessList access,
			ServiceContext caller) {
		return find(AuditAction.COLLECTION_CHANGED, name, caller).delayUntil(CollectionRegistry::requireCommon)
			.map((found) -> found.with((description != null) ? description : found.description(),
					Objects.requireNonNullElse(access, found.access())))
			.flatMap((changed) -> recorded(AuditAction.COLLECTION_CHANGED, this.collections.update(changed), changed,
					caller, 200)
				.thenReturn(changed));
	}

	/**
	 * Delete a collection with its key and everything in it.
	 * @param name its name
	 * @param caller who asks
	 * @return the collection that was deleted; fails if a legal hold keeps it
	 */
	public Mono<DocumentCollection> delete(String name, ServiceContext caller) {
		return find(AuditAction.COLLECTION_DELETED, name, caller)
			.delayUntil((found) -> this.held.requireFree(found, AuditAction.COLLECTION_DELETED, caller))
			.flatMap((found) -> recorded(AuditAction.COLLECTION_DELETED, this.collections.delete(found.id()), found,
					caller, 204)
				.thenReturn(found))
			.doOnNext((found) -> this.keys.forget(found.wrappedKey(), Place.ofKey(found.id())));
	}

	/**
	 * Delete a personal collection whose time is over, with its key and everything in it,
	 * if that is still so and no legal hold keeps it.
	 * @param collection the collection
	 * @param since nothing was added from then on
	 * @return whether it went
	 */
	Mono<Boolean> expire(DocumentCollection collection, Instant since) {
		AuditEvent event = AuditEvent.own(AuditAction.COLLECTION_EXPIRED, collection.name().value(),
				resource(collection.id()), "retention");
		return this.collections.lockUnused(collection.id(), since)
			.filter(Boolean::booleanValue)
			.flatMap((unused) -> this.held.isHeld(collection))
			.filter((held) -> !held)
			.flatMap((free) -> this.collections.delete(collection.id()))
			.filter(Boolean::booleanValue)
			.flatMap((done) -> this.audit.append(event).thenReturn(done))
			.as(this.transaction::transactional)
			.doOnNext((done) -> this.keys.forget(collection.wrappedKey(), Place.ofKey(collection.id())))
			.defaultIfEmpty(false);
	}

	private static Mono<Void> requireCommon(DocumentCollection collection) {
		return collection.name().isPersonal()
				? Mono.error(() -> RagProblem.of(ProblemCode.FORBIDDEN, "A personal collection stays as it is"))
				: Mono.empty();
	}

	private Mono<Void> recorded(AuditAction action, Mono<Boolean> change, DocumentCollection collection,
			ServiceContext caller, int status) {
		AuditEvent event = AuditEvent.allowed(action, caller, collection.name().value(), resource(collection.id()),
				status);
		return change.filter(Boolean::booleanValue)
			.flatMap((done) -> this.audit.append(event))
			.as(this.transaction::transactional);
	}

	private Mono<DocumentCollection> find(AuditAction action, String name, ServiceContext caller) {
		return this.access.visible(name, caller)
			.delayUntil((found) -> found.isPersonalOf(caller.subject()) ? Mono.empty()
					: administered(action, found.name().value(), caller));
	}

	private Mono<Void> administered(AuditAction action, String name, ServiceContext caller) {
		if (caller.hasRole(CollectionAccess.ADMIN)) {
			return Mono.empty();
		}
		RagProblem problem = RagProblem.of(ProblemCode.FORBIDDEN, "Collections are administered by role Admin");
		return this.audit
			.append(AuditEvent.refused(action, caller, name, problem.code().wire(), problem.code().status()))
			.then(Mono.error(problem));
	}

	private static String resource(UUID id) {
		return "collection:" + id;
	}

}
