package io.hilum.portal.message.r2dbc;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;

import io.hilum.portal.message.MessageRole;
import io.hilum.portal.message.MessageStore;
import io.hilum.portal.message.Node;
import io.hilum.portal.message.SealedMessage;
import io.hilum.portal.postgres.Values;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import static io.hilum.trust.row.Columns.required;

/**
 * Messages in the table {@code portal.messages}.
 */
@Repository
class R2dbcMessageStore implements MessageStore {

	private final DatabaseClient database;

	R2dbcMessageStore(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Flux<Node> nodes(UUID holder, UUID conversation) {
		return this.database.sql("""
				select id, parent, role, created_at,
				(octet_length(text) + octet_length(details))::bigint as bytes
				from portal.messages where holder = $1 and conversation = $2 order by ordinal""")
			.bind(0, holder)
			.bind(1, conversation)
			.map((row) -> new Node(required(row, "id", UUID.class), row.get("parent", UUID.class), role(row),
					required(row, "bytes", Long.class), required(row, "created_at", Instant.class)))
			.all();
	}

	@Override
	public Flux<SealedMessage> find(UUID holder, UUID conversation, Collection<UUID> ids, boolean withSeen) {
		return this.database.sql("""
				select id, parent, role, model, text, details, created_at, seen is not null as has_seen,
				case when $4 then seen end as seen
				from portal.messages where holder = $1 and conversation = $2 and id = any($3)""")
			.bind(0, holder)
			.bind(1, conversation)
			.bind(2, ids.toArray(UUID[]::new))
			.bind(3, withSeen)
			.map((row) -> new SealedMessage(required(row, "id", UUID.class), row.get("parent", UUID.class), role(row),
					row.get("model", String.class), required(row, "text", byte[].class), row.get("seen", byte[].class),
					required(row, "has_seen", Boolean.class), required(row, "details", byte[].class),
					required(row, "created_at", Instant.class)))
			.all();
	}

	@Override
	public Mono<Void> insert(UUID holder, UUID conversation, int ordinal, SealedMessage message, Long[] marks) {
		return this.database.sql("""
				insert into portal.messages
				(holder, conversation, id, parent, ordinal, role, model, text, seen, details, created_at)
				values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)""")
			.bind(0, holder)
			.bind(1, conversation)
			.bind(2, message.id())
			.bind(3, Values.of(message.parent(), UUID.class))
			.bind(4, ordinal)
			.bind(5, message.role().wire())
			.bind(6, Values.of(message.model(), String.class))
			.bind(7, message.text())
			.bind(8, Values.of(message.seen(), byte[].class))
			.bind(9, message.details())
			.bind(10, message.createdAt())
			.then()
			.then(mark(holder, conversation, message.id(), marks));
	}

	private Mono<Void> mark(UUID holder, UUID conversation, UUID message, Long[] marks) {
		return this.database
			.sql("insert into portal.word_marks (holder, conversation, message, marks) values ($1, $2, $3, $4)")
			.bind(0, holder)
			.bind(1, conversation)
			.bind(2, message)
			.bind(3, marks)
			.then();
	}

	private static MessageRole role(Readable row) {
		return MessageRole.valueOf(required(row, "role", String.class).toUpperCase(Locale.ROOT));
	}

}
