package io.hilum.portal.conversation;

import java.util.Optional;
import java.util.UUID;

import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * What of a conversation shall be otherwise; {@code null} leaves as it is, and an empty
 * value takes away.
 *
 * @param title its title
 * @param folder its folder
 * @param model the model that was chosen last
 * @param pinned whether it is pinned
 * @param archived whether it is archived
 * @param current the end of the present branch
 */
public record Change(@Nullable Optional<PhiText> title, @Nullable Optional<UUID> folder,
		@Nullable Optional<String> model, @Nullable Boolean pinned, @Nullable Boolean archived,
		@Nullable UUID current) {

	ConversationState applyTo(ConversationState state) {
		return new ConversationState(state.team(), otherwise(this.folder, state.folder()),
				otherwise(this.model, state.model()), (this.pinned != null) ? this.pinned : state.pinned(),
				(this.archived != null) ? this.archived : state.archived(),
				(this.current != null) ? this.current : state.current(), state.messages(), state.keptAs(),
				state.createdAt(), state.updatedAt());
	}

	private static <T> @Nullable T otherwise(@Nullable Optional<T> wanted, @Nullable T present) {
		return (wanted != null) ? wanted.orElse(null) : present;
	}

}
