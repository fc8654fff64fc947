package io.hilum.portal.conversation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Which conversations are listed.
 *
 * @param folder only those in this folder, or {@code null} for all
 * @param archived whether those that are archived, or those that are not
 * @param pinned whether only those that are pinned, or that are not, or {@code null} for
 * both
 */
public record ConversationFilter(@Nullable UUID folder, boolean archived, @Nullable Boolean pinned) {

}
