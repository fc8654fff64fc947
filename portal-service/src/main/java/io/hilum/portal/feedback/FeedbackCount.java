package io.hilum.portal.feedback;

import org.jspecify.annotations.Nullable;

/**
 * How often answers were judged alike.
 *
 * @param model the model that answered
 * @param rating how good
 * @param reason why
 * @param count how often
 */
public record FeedbackCount(@Nullable String model, Rating rating, @Nullable Reason reason, long count) {

}
