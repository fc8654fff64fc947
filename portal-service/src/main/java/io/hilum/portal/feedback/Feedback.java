package io.hilum.portal.feedback;

import java.util.UUID;

import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of an answer.
 *
 * @param message the answer
 * @param rating how good it is
 * @param reason why
 * @param comment in words
 */
public record Feedback(UUID message, Rating rating, @Nullable Reason reason, @Nullable PhiText comment) {

}
