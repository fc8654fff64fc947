package io.hilum.rag.retrieve;

import java.util.UUID;

import io.hilum.rag.collection.CollectionName;
import io.hilum.rag.document.Passage;
import io.hilum.trust.text.PhiText;

/**
 * A passage with all that a citation needs.
 *
 * @param collection the collection that it is in
 * @param document the document that it is of
 * @param title the title of the document
 * @param passage the passage
 * @param score its fused score
 */
public record RetrievedPassage(CollectionName collection, UUID document, PhiText title, Passage passage, double score) {
}
