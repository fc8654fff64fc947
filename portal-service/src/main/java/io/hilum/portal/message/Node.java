package io.hilum.portal.message;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The place of a message among the branches, without its text.
 *
 * @param id the message
 * @param parent what it follows, {@code null} for a beginning
 * @param role who speaks
 * @param bytes how much of it is stored
 * @param createdAt when it was said
 */
public record Node(UUID id, @Nullable UUID parent, MessageRole role, long bytes, Instant createdAt) {

}
