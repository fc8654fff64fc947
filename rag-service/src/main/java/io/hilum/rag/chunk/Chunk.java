package io.hilum.rag.chunk;

import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * A part of a document.
 *
 * @param section the headings above it, or {@code null}
 * @param page the page on which its own text begins, or {@code null}
 * @param text the text
 * @param overlap how many characters at its beginning repeat the end of the chunk before
 */
public record Chunk(@Nullable PhiText section, @Nullable Integer page, PhiText text, int overlap) {
}
