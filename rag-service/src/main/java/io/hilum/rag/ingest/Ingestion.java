package io.hilum.rag.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;

import io.hilum.rag.audit.AuditAction;
import io.hilum.rag.audit.AuditEvent;
import io.hilum.rag.audit.AuditLog;
import io.hilum.rag.collection.CollectionAccess;
import io.hilum.rag.collection.DocumentCollection;
import io.hilum.rag.collection.HeldDocuments;
import io.hilum.rag.collection.PersonalProperties;
import io.hilum.rag.document.Document;
import io.hilum.rag.document.DocumentStore;
import io.hilum.rag.index.IndexProperties;
import io.hilum.rag.index.PassageIndex;
import io.hilum.rag.problem.ProblemCode;
import io.hilum.rag.problem.RagProblem;
import io.hilum.rag.read.Magic;
import io.hilum.rag.seal.Place;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.id.TimeOrderedIds;
import io.hilum.trust.seal.AesGcm;
import io.hilum.trust.seal.DataKeys;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Takes documents in and out of collections.
 */
@Component
public class Ingestion {

	private final CollectionAccess collections;

	private final DocumentStore documents;

	private final IngestQueue queue;

	private final PassageIndex index;

	private final AuditLog audit;

	private final TransactionalOperator transaction;

	private final DataKeys keys;

	private final TimeOrderedIds ids;

	private final Clock clock;

	private final IngestProperties properties;

	private final IndexProperties indexProperties;

	private final PersonalProperties personal;

	private final HeldDocuments held;

	Ingestion(CollectionAccess collections, DocumentStore documents, IngestQueue queue, PassageIndex index,
			AuditLog audit, TransactionalOperator transaction, DataKeys keys, TimeOrderedIds ids, Clock clock,
			IngestProperties properties, IndexProperties indexProperties, PersonalProperties personal,
			HeldDocuments held) {
		this.collections = collections;
		this.documents = documents;
		this.queue = queue;
		this.index = index;
		this.audit = audit;
		this.transaction = transaction;
		this.keys = keys;
		this.ids = ids;
		this.clock = clock;
		this.properties = properties;
		this.indexProperties = indexProperties;
		this.personal = personal;
		this.held = held;
	}

	/**
	 * Find the collection that a document is to be added to, before the document is
	 * received.
	 * @param name the name of the collection
	 * @param caller who asks
	 * @return the collection; fails if it may not be filled or is full
	 */
	public Mono<DocumentCollection> admit(String name, ServiceContext caller) {
		return this.collections.writable(name, caller).delayUntil(this::requireRoom);
	}

	/**
	 * Add a document to the queue.
	 * @param collection the collection, as {@link #admit} found it
	 * @param upload the document
	 * @param caller who asks
	 * @return the document; fails if it is not what it claims to be
	 */
	public Mono<Document> add(DocumentCollection collection, Upload upload, ServiceContext caller) {
		if (!Magic.matches(upload.content(), upload.format())) {
			return Mono.error(RagProblem.of(ProblemCode.UNSUPPORTED_DOCUMENT,
					"The file is not " + upload.format() + ", though its name or media type says so", "file"));
		}
		return collection.key(this.keys).flatMap((key) -> add(collection, key, upload, caller));
	}

	private Mono<Document> add(DocumentCollection collection, AesGcm key, Upload upload, ServiceContext caller) {
		UUID id = this.ids.next();
		byte[] title = key.seal(upload.title().reveal().getBytes(StandardCharsets.UTF_8),
				Place.title(collection.id(), id).bytes());
		byte[] content = key.seal(upload.content(), Place.file(collection.id(), id).bytes());
		Document document = Document.queued(id, collection.id(), title, upload.format(), upload.content().length,
				this.clock.instant());
		return this.queue.offer(document, content, caller)
			.filter(Boolean::booleanValue)
			.switchIfEmpty(Mono.error(() -> RagProblem.of(ProblemCode.COLLECTION_NOT_FOUND,
					"The collection was deleted while the file was received")))
			.flatMap((added) -> this.audit
				.append(event(AuditAction.DOCUMENT_UPLOADED, collection, document.id(), caller, 202)))
			.as(this.transaction::transactional)
			.thenReturn(document);
	}

	/**
	 * Delete a document and what was made of it.
	 * @param name the name of the collection
	 * @param id the document
	 * @param caller who asks
	 * @return completes when nothing of it is found any more; fails if a legal hold keeps
	 * it
	 */
	public Mono<Void> delete(String name, UUID id, ServiceContext caller) {
		return this.collections.writable(name, caller)
			.delayUntil((collection) -> this.held.requireFree(collection, AuditAction.DOCUMENT_DELETED, caller))
			.flatMap((collection) -> this.documents.delete(collection.id(), id)
				.filter(Boolean::booleanValue)
				.switchIfEmpty(Mono.error(Ingestion::noDocument))
				.flatMap((deleted) -> this.audit
					.append(event(AuditAction.DOCUMENT_DELETED, collection, id, caller, 204)))
				.as(this.transaction::transactional)
				.then(this.index.remove(collection.id(), id)));
	}

	private static RagProblem noDocument() {
		return RagProblem.of(ProblemCode.DOCUMENT_NOT_FOUND, "There is no such document in the collection");
	}

	private Mono<Void> requireRoom(DocumentCollection collection) {
		if (this.index.size() >= this.indexProperties.maxPassages()) {
			return Mono.error(RagProblem.of(ProblemCode.INDEX_FULL, "The index holds as many passages as it may"));
		}
		long most = collection.name().isPersonal() ? this.personal.maxDocuments() : this.properties.maxDocuments();
		return this.documents.count(collection.id())
			.filter((count) -> count < most)
			.switchIfEmpty(Mono.error(() -> RagProblem.of(ProblemCode.INDEX_FULL,
					"The collection has as many documents as it may: " + most)))
			.then(this.queue.waiting())
			.filter((waiting) -> waiting < this.properties.queue())
			.switchIfEmpty(Mono.error(() -> RagProblem.of(ProblemCode.QUEUE_FULL,
					"As many documents wait as may: " + this.properties.queue())))
			.then();
	}

	private static AuditEvent event(AuditAction action, DocumentCollection collection, UUID document,
			ServiceContext caller, int status) {
		return AuditEvent.allowed(action, caller, collection.name().value(), "document:" + document, status);
	}

}
