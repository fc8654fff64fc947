package io.hilum.rag.index;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.hilum.trust.text.PhiText;
import reactor.core.publisher.Mono;

/**
 * Finds passages within named collections. Nothing of other collections takes part: not
 * in the results, and not in how rare a word is.
 */
public interface PassageIndex {

	/**
	 * Add a document, or replace it.
	 * @param collection the collection
	 * @param document the document
	 * @param passages all its passages
	 * @return completes when they are found
	 */
	Mono<Void> put(UUID collection, UUID document, List<IndexedPassage> passages);

	/**
	 * Remove a document.
	 * @param collection the collection
	 * @param document the document
	 * @return completes when nothing of it is found
	 */
	Mono<Void> remove(UUID collection, UUID document);

	/**
	 * Whether a document is in the index.
	 * @param collection the collection
	 * @param document the document
	 * @return {@code true} if it is
	 */
	boolean holds(UUID collection, UUID document);

	/**
	 * How many passages are in the index.
	 * @return the number
	 */
	long size();

	/**
	 * The passages that share words with a question, best first.
	 * @param collections the collections to search
	 * @param query the question
	 * @param depth how many at most
	 * @return the passages
	 */
	Mono<List<Hit>> byWords(Set<UUID> collections, PhiText query, int depth);

	/**
	 * The passages that are near a vector, nearest first.
	 * @param collections the collections to search
	 * @param vector the vector, of length one
	 * @param depth how many at most
	 * @return the passages, with the cosine as their score
	 */
	Mono<List<Hit>> byMeaning(Set<UUID> collections, float[] vector, int depth);

}
