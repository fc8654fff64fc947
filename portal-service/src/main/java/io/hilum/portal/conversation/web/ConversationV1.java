package io.hilum.portal.conversation.web;

import java.time.Instant;
import java.util.UUID;

import io.hilum.portal.conversation.Conversation;
import io.hilum.portal.conversation.ConversationState;
import io.hilum.portal.conversation.Share;
import io.hilum.portal.retention.RetentionPolicy;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as its person sees it.
 */
public record ConversationV1(String object, UUID id, @Nullable String title, @Nullable UUID folder,
		@Nullable String model, boolean pinned, boolean archived, @Nullable UUID current, int messages,
		@Nullable ShareV1 share, Instant createdAt, Instant updatedAt, @Nullable Instant expiresAt) {

	/**
	 * Show a conversation.
	 * @param conversation the conversation
	 * @param retention for how long it is kept
	 * @return what its person sees
	 */
	public static ConversationV1 of(Conversation conversation, RetentionPolicy retention) {
		ConversationState state = conversation.state();
		PhiText title = conversation.title();
		Share share = conversation.share();
		return new ConversationV1("conversation", conversation.id(), (title != null) ? title.reveal() : null,
				state.folder(), state.model(), state.pinned(), state.archived(), state.current(), state.messages(),
				(share != null) ? ShareV1.of(share) : null, state.createdAt(), state.updatedAt(),
				retention.expiry(state.keptAs(), state.updatedAt()).orElse(null));
	}

	@Override
	public String toString() {
		return "ConversationV1[" + this.id + "]";
	}

	/**
	 * A share as the person who shares sees it.
	 *
	 * @param id the id of the share
	 * @param team who may read
	 * @param leaf the last message that may be read
	 * @param sharedAt since when
	 */
	public record ShareV1(UUID id, String team, @Nullable UUID leaf, Instant sharedAt) {

		/**
		 * Show a share.
		 * @param share the share
		 * @return what the person who shares sees
		 */
		public static ShareV1 of(Share share) {
			return new ShareV1(share.id(), share.team(), share.leaf(), share.sharedAt());
		}

	}

}
