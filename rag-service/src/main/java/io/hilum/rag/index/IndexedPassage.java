package io.hilum.rag.index;

import java.util.UUID;

import io.hilum.trust.text.PhiText;

/**
 * What the index needs of a passage.
 *
 * @param id the identifier
 * @param text the text with its headings
 * @param vector its vector, of length one; not copied
 */
public record IndexedPassage(UUID id, PhiText text, float[] vector) {
}
