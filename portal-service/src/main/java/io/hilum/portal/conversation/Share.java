package io.hilum.portal.conversation;

import java.time.Instant;
import java.util.UUID;

import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * A branch of a conversation that a team may read.
 *
 * @param id by which the team asks for it
 * @param team the team
 * @param leaf the last message that may be read, {@code null} if there was none
 * @param sharedBy the name of the person who shares, as they go by
 * @param sharedAt since when
 */
public record Share(UUID id, String team, @Nullable UUID leaf, @Nullable PhiText sharedBy, Instant sharedAt) {

}
