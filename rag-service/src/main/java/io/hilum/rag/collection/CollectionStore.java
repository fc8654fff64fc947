package io.hilum.rag.collection;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

import io.hilum.trust.seal.WrappedKey;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where collections are kept. A deleted collection is never found.
 */
public interface CollectionStore {

	/**
	 * Find collections by their names.
	 * @param names the names
	 * @return those that exist, in no particular order
	 */
	Flux<DocumentCollection> find(Collection<CollectionName> names);

	/**
	 * Find a collection by its identifier.
	 * @param id the identifier
	 * @return the collection, or empty
	 */
	Mono<DocumentCollection> find(UUID id);

	/**
	 * All collections, by name.
	 * @return the collections
	 */
	Flux<DocumentCollection> all();

	/**
	 * All collections that are not personal, by name.
	 * @return the collections
	 */
	Flux<DocumentCollection> common();

	/**
	 * How many personal collections somebody has.
	 * @param subject the subject who made them
	 * @return how many
	 */
	Mono<Long> countPersonal(String subject);

	/**
	 * Personal collections to which nothing was added for some time.
	 * @param since nothing was added from then on
	 * @param after the last one of the look before, {@code null} for the beginning
	 * @param limit how many at most
	 * @return the collections, the oldest first
	 */
	Flux<DocumentCollection> unusedPersonal(Instant since, @Nullable DocumentCollection after, int limit);

	/**
	 * Keep a collection from being added to until the present transaction ends.
	 * @param id the identifier
	 * @param since nothing was added from then on
	 * @return whether that is so; {@code false} if there is no such collection
	 */
	Mono<Boolean> lockUnused(UUID id, Instant since);

	/**
	 * Keep a new collection.
	 * @param collection the collection
	 * @return {@code false} if there is one of this name
	 */
	Mono<Boolean> insert(DocumentCollection collection);

	/**
	 * Change the description and access list of a collection.
	 * @param collection the collection as it shall be
	 * @return {@code false} if there is none any more
	 */
	Mono<Boolean> update(DocumentCollection collection);

	/**
	 * Put another wrapping of its key in the place of the one before.
	 * @param collection the collection as it was found
	 * @param wrappedKey the key, wrapped anew
	 * @return {@code false} if the collection is gone, or has another key since
	 */
	Mono<Boolean> rewrap(DocumentCollection collection, WrappedKey wrappedKey);

	/**
	 * Delete a collection: its key, its documents and their passages.
	 * @param id the identifier
	 * @return {@code false} if there is none any more
	 */
	Mono<Boolean> delete(UUID id);

}
