package io.hilum.portal.conversation;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What is stored of a conversation without a seal: nothing that anybody wrote.
 *
 * @param team the team that its person was in when something was last said
 * @param folder the folder that it is in
 * @param model the model that was chosen last
 * @param pinned whether it is pinned
 * @param archived whether it is archived
 * @param current the end of the present branch
 * @param messages how many messages all branches have
 * @param keptAs the role whose retention applies
 * @param createdAt when it began
 * @param updatedAt when something was last said
 */
public record ConversationState(String team, @Nullable UUID folder, @Nullable String model, boolean pinned,
		boolean archived, @Nullable UUID current, int messages, @Nullable String keptAs, Instant createdAt,
		Instant updatedAt) {

	static ConversationState begun(String team, @Nullable UUID folder, @Nullable String model, @Nullable String keptAs,
			Instant now) {
		return new ConversationState(team, folder, model, false, false, null, 0, keptAs, now, now);
	}

	/**
	 * The state after something was said.
	 * @param message what was said
	 * @param nowTeam the team that its person is in
	 * @param nowModel the model that was used, or {@code null} to leave it
	 * @param nowKeptAs the role whose retention applies
	 * @param now the time
	 * @return the state
	 */
	public ConversationState said(UUID message, String nowTeam, @Nullable String nowModel, @Nullable String nowKeptAs,
			Instant now) {
		return new ConversationState(nowTeam, this.folder, (nowModel != null) ? nowModel : this.model, this.pinned,
				this.archived, message, this.messages + 1, nowKeptAs, this.createdAt,
				now.isAfter(this.updatedAt) ? now : this.updatedAt);
	}

}
