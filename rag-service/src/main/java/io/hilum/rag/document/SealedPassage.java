package io.hilum.rag.document;

import java.util.UUID;

/**
 * A passage as it is stored. The arrays are not copied and must not be changed.
 *
 * @param id the identifier
 * @param collection the collection
 * @param document the document
 * @param content the sealed text
 * @param vector the sealed vector
 */
public record SealedPassage(UUID id, UUID collection, UUID document, byte[] content, byte[] vector) {
}
