package io.hilum.portal.feedback;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Feedback as it is stored.
 *
 * @param message the answer
 * @param rating how good it is
 * @param reason why
 * @param comment in words, sealed
 */
public record SealedFeedback(UUID message, Rating rating, @Nullable Reason reason, byte @Nullable [] comment) {

	@Override
	public String toString() {
		return "SealedFeedback[" + this.message + "]";
	}

}
