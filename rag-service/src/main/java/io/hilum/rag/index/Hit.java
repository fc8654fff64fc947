package io.hilum.rag.index;

import java.util.UUID;

/**
 * A passage that was found.
 *
 * @param passage the passage
 * @param score how well it fits; comparable within one list only
 */
public record Hit(UUID passage, float score) {
}
