package io.hilum.rag.document;

import java.util.UUID;

/**
 * A document that became ready or was deleted.
 *
 * @param id the document
 * @param collection the collection that it is in
 * @param ready whether its passages are to be found from now on
 */
public record DocumentChange(UUID id, UUID collection, boolean ready) {
}
