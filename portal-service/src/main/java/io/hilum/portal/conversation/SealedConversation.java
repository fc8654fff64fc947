package io.hilum.portal.conversation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A conversation as it is stored.
 *
 * @param holder whose it is
 * @param id its id among those of its holder
 * @param key its key, sealed under that of its holder
 * @param title its title, sealed under its key
 * @param state what needs no seal
 * @param share who else may read it
 */
public record SealedConversation(UUID holder, UUID id, byte[] key, byte @Nullable [] title, ConversationState state,
		@Nullable SealedShare share) {

	/**
	 * The same conversation in another state.
	 * @param now the state
	 * @return the conversation
	 */
	public SealedConversation in(ConversationState now) {
		return new SealedConversation(this.holder, this.id, this.key, this.title, now, this.share);
	}

	SealedConversation titled(byte @Nullable [] newTitle) {
		return new SealedConversation(this.holder, this.id, this.key, newTitle, this.state, this.share);
	}

	SealedConversation shared(@Nullable SealedShare newShare) {
		return new SealedConversation(this.holder, this.id, this.key, this.title, this.state, newShare);
	}

	@Override
	public String toString() {
		return "SealedConversation[" + this.id + "]";
	}

}
