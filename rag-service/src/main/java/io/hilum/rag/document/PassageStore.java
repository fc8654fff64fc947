package io.hilum.rag.document;

import java.util.Collection;
import java.util.UUID;

import reactor.core.publisher.Flux;

/**
 * Where the sealed passages of documents are kept.
 */
public interface PassageStore {

	/**
	 * The passages of a document, in their order.
	 * @param document the document
	 * @return the passages; none if the document was deleted or never was ready
	 */
	Flux<SealedPassage> ofDocument(UUID document);

	/**
	 * Find passages of documents that are ready.
	 * @param passages the passages
	 * @param collections the collections that they must be in
	 * @return those that exist, in no particular order
	 */
	Flux<FoundPassage> find(Collection<UUID> passages, Collection<UUID> collections);

}
