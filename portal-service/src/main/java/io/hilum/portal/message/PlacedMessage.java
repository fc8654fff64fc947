package io.hilum.portal.message;

import java.util.List;
import java.util.UUID;

import io.hilum.portal.feedback.Feedback;
import org.jspecify.annotations.Nullable;

/**
 * A message with what is around it.
 *
 * @param message the message
 * @param siblings the branches at its place, itself among them, oldest first
 * @param feedback what its person says of it
 */
public record PlacedMessage(Message message, List<UUID> siblings, @Nullable Feedback feedback) {

}
