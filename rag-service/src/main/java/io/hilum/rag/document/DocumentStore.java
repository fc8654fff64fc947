package io.hilum.rag.document;

import java.time.Duration;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where documents are kept. A deleted document is never found.
 */
public interface DocumentStore {

	/**
	 * Find a document.
	 * @param collection the collection
	 * @param id the document
	 * @return the document, or empty
	 */
	Mono<Document> find(UUID collection, UUID id);

	/**
	 * The documents of a collection, oldest first.
	 * @param collection the collection
	 * @param after the last document of the page before, or {@code null}
	 * @param limit how many at most
	 * @return the documents
	 */
	Flux<Document> list(UUID collection, @Nullable UUID after, int limit);

	/**
	 * How many documents a collection has.
	 * @param collection the collection
	 * @return the number
	 */
	Mono<Long> count(UUID collection);

	/**
	 * Delete a document and its passages.
	 * @param collection the collection
	 * @param id the document
	 * @return {@code false} if there is none
	 */
	Mono<Boolean> delete(UUID collection, UUID id);

	/**
	 * Bring a document that is ready back to the queue, because its vectors are of
	 * another model.
	 * @param document the document
	 * @param model the model that its vectors shall be of
	 * @return {@code false} if it is not ready or its vectors are of that model
	 */
	Mono<Boolean> reopen(UUID document, String model);

	/**
	 * The point up to which all changes are visible now. Ask before {@link #changes}.
	 * @return the point
	 */
	Mono<Long> horizon();

	/**
	 * What changed since a point; a change may be told more than once.
	 * @param horizon the point, 0 for the beginning
	 * @return the changes, in no particular order
	 */
	Flux<DocumentChange> changes(long horizon);

	/**
	 * Forget what was deleted long ago.
	 * @param age how long ago at least
	 * @return how many documents were forgotten
	 */
	Mono<Long> purge(Duration age);

}
