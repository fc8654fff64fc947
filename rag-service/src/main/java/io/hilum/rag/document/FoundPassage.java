package io.hilum.rag.document;

/**
 * A passage with what is sealed of its document.
 *
 * @param passage the passage
 * @param sealedTitle the title of its document; not copied
 */
public record FoundPassage(SealedPassage passage, byte[] sealedTitle) {
}
