package io.hilum.portal.message;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import io.hilum.portal.conversation.Conversation;
import io.hilum.portal.seal.Place;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said. It never changes.
 *
 * @param id its id within the conversation
 * @param parent what it follows, {@code null} for a beginning
 * @param role who speaks
 * @param model the model that answered
 * @param text what was said
 * @param seen the same as the model saw or said it, {@code null} if that is not kept or
 * was not asked for
 * @param hasSeen whether that is kept
 * @param details receipt, citations and what else belongs to it, as the web layer writes
 * them
 * @param createdAt when it was said
 */
public record Message(UUID id, @Nullable UUID parent, MessageRole role, @Nullable String model, PhiText text,
		@Nullable PhiText seen, boolean hasSeen, PhiText details, Instant createdAt) {

	SealedMessage seal(Conversation in) {
		return new SealedMessage(this.id, this.parent, this.role, this.model,
				in.seal().seal(this.text, place(in, this.id, "text")),
				in.seal().sealIfPresent(this.seen, place(in, this.id, "seen")), this.hasSeen,
				in.seal().seal(this.details, place(in, this.id, "details")), this.createdAt);
	}

	static Message open(SealedMessage sealed, Conversation in) {
		UUID id = sealed.id();
		return new Message(id, sealed.parent(), sealed.role(), sealed.model(),
				in.seal().open(sealed.text(), place(in, id, "text")),
				in.seal().openIfPresent(sealed.seen(), place(in, id, "seen")), sealed.hasSeen(),
				in.seal().open(sealed.details(), place(in, id, "details")), sealed.createdAt());
	}

	private static Place place(Conversation in, UUID id, String column) {
		return Place.message(in.holder().id(), in.id(), id, column);
	}

	/**
	 * Whether the same was said, at whatever time.
	 * @param other another message
	 * @return {@code true} if only the time differs
	 */
	boolean saysTheSameAs(Message other) {
		return this.id.equals(other.id) && Objects.equals(this.parent, other.parent) && this.role == other.role
				&& this.text.equals(other.text);
	}

}
