package io.hilum.rag.document;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A document that became ready or was deleted.
 *
 * @param id the document
 * @param collection the collection that it is in
 * @param model what its vectors were made with, or {@code null} if it was deleted
 */
public record DocumentChange(UUID id, UUID collection, @Nullable String model) {
}
