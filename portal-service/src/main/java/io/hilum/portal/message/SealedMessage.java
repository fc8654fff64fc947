package io.hilum.portal.message;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A message as it is stored.
 *
 * @param id its id within the conversation
 * @param parent what it follows
 * @param role who speaks
 * @param model the model that answered
 * @param text what was said, sealed
 * @param seen the same as the model saw it, sealed
 * @param hasSeen whether that is kept
 * @param details what else belongs to it, sealed
 * @param createdAt when it was said
 */
public record SealedMessage(UUID id, @Nullable UUID parent, MessageRole role, @Nullable String model, byte[] text,
		byte @Nullable [] seen, boolean hasSeen, byte[] details, Instant createdAt) {

	@Override
	public String toString() {
		return "SealedMessage[" + this.id + "]";
	}

}
