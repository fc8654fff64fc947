package io.hilum.portal.feedback.web;

import java.util.Locale;
import java.util.UUID;

import io.hilum.portal.feedback.Feedback;
import io.hilum.portal.feedback.Rating;
import io.hilum.portal.feedback.Reason;
import io.hilum.portal.problem.PortalProblem;
import io.hilum.portal.wire.Expect;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * Feedback on the wire.
 */
public record FeedbackV1(@Nullable String rating, @Nullable String reason, @Nullable String comment) {

	private static final int MAX_COMMENT = 2000;

	/**
	 * Show feedback.
	 * @param feedback the feedback
	 * @return what its person sees
	 */
	public static FeedbackV1 of(Feedback feedback) {
		Reason reason = feedback.reason();
		PhiText comment = feedback.comment();
		return new FeedbackV1(wire(feedback.rating()), (reason != null) ? wire(reason) : null,
				(comment != null) ? comment.reveal() : null);
	}

	Feedback toFeedback(UUID message) {
		String text = Expect.optional(this.comment, "comment", MAX_COMMENT);
		return new Feedback(message, value(Rating.class, Expect.present(this.rating, "rating"), "rating"),
				(this.reason != null) ? value(Reason.class, this.reason, "reason") : null,
				(text != null) ? PhiText.of(text) : null);
	}

	static String wire(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

	private static <E extends Enum<E>> E value(Class<E> type, String text, String param) {
		for (E value : type.getEnumConstants()) {
			if (wire(value).equals(text)) {
				return value;
			}
		}
		throw PortalProblem.invalid(param, "Expected one of the values of the contract");
	}

	@Override
	public String toString() {
		return "FeedbackV1[REDACTED]";
	}

}
