package io.hilum.portal.conversation.r2dbc;

import java.time.Instant;
import java.util.UUID;

import io.hilum.portal.conversation.ConversationState;
import io.hilum.portal.conversation.SealedConversation;
import io.hilum.portal.conversation.SealedShare;
import io.hilum.portal.postgres.Values;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

import static io.hilum.trust.row.Columns.required;

/**
 * Reads conversations from rows, and binds what of them has many columns.
 */
final class ConversationRows {

	private ConversationRows() {
	}

	static SealedConversation conversation(Readable row) {
		ConversationState state = new ConversationState(required(row, "team", String.class),
				row.get("folder", UUID.class), row.get("model", String.class), required(row, "pinned", Boolean.class),
				required(row, "archived", Boolean.class), row.get("current", UUID.class),
				required(row, "messages", Integer.class), row.get("kept_as", String.class),
				required(row, "created_at", Instant.class), required(row, "updated_at", Instant.class));
		return new SealedConversation(required(row, "holder", UUID.class), required(row, "id", UUID.class),
				required(row, "sealed_key", byte[].class), row.get("title", byte[].class), state, share(row));
	}

	private static @Nullable SealedShare share(Readable row) {
		UUID share = row.get("share", UUID.class);
		return (share == null) ? null
				: new SealedShare(share, required(row, "share_team", String.class), row.get("share_leaf", UUID.class),
						row.get("share_name", byte[].class), required(row, "shared_at", Instant.class));
	}

	static GenericExecuteSpec bindShare(GenericExecuteSpec statement, int from, @Nullable SealedShare share) {
		return statement.bind(from, Values.of((share != null) ? share.id() : null, UUID.class))
			.bind(from + 1, Values.of((share != null) ? share.team() : null, String.class))
			.bind(from + 2, Values.of((share != null) ? share.leaf() : null, UUID.class))
			.bind(from + 3, Values.of((share != null) ? share.sharedBy() : null, byte[].class))
			.bind(from + 4, Values.of((share != null) ? share.sharedAt() : null, Instant.class));
	}

}
