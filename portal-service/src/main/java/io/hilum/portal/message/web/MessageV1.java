package io.hilum.portal.message.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hilum.portal.feedback.Feedback;
import io.hilum.portal.feedback.web.FeedbackV1;
import io.hilum.portal.message.Message;
import io.hilum.portal.message.PlacedMessage;
import io.hilum.portal.message.web.DetailsV1.Attachment;
import io.hilum.portal.message.web.DetailsV1.Citation;
import io.hilum.portal.message.web.DetailsV1.Receipt;
import io.hilum.portal.message.web.DetailsV1.UsedTemplate;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is read. What the model saw is in it only where it was asked for.
 */
record MessageV1(String object, UUID id, @Nullable UUID parent, String role, String text, @Nullable String model,
		@Nullable String finish, @Nullable Receipt receipt, boolean hasSeen, List<Citation> citations,
		List<Attachment> attachments, @Nullable UsedTemplate template, List<UUID> siblings,
		@Nullable FeedbackV1 feedback, Instant createdAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SeenV1 seen) {

	static MessageV1 of(PlacedMessage placed) {
		return of(placed.message(), placed.siblings(), placed.feedback(), null);
	}

	static MessageV1 withSeen(PlacedMessage placed) {
		PhiText seen = placed.message().seen();
		return of(placed.message(), placed.siblings(), placed.feedback(),
				new SeenV1((seen != null) ? seen.reveal() : null));
	}

	/**
	 * As somebody of the team sees it: neither other branches nor what its person says of
	 * it.
	 */
	static MessageV1 shared(PlacedMessage placed) {
		return of(placed.message(), List.of(placed.message().id()), null, null);
	}

	private static MessageV1 of(Message message, List<UUID> siblings, @Nullable Feedback feedback,
			@Nullable SeenV1 seen) {
		DetailsV1 details = DetailsV1.parse(message.details());
		return new MessageV1("message", message.id(), message.parent(), message.role().wire(), message.text().reveal(),
				message.model(), details.finish(), details.receipt(), message.hasSeen(), details.citations(),
				details.attachments(), details.template(), siblings,
				(feedback != null) ? FeedbackV1.of(feedback) : null, message.createdAt(), seen);
	}

	@Override
	public String toString() {
		return "MessageV1[" + this.id + "]";
	}

	/**
	 * What the model saw, which is written even where it is not kept.
	 *
	 * @param text the text
	 */
	record SeenV1(@JsonValue @Nullable String text) {

		@Override
		public String toString() {
			return "SeenV1[REDACTED]";
		}

	}

}
