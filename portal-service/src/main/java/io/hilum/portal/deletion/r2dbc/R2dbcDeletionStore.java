package io.hilum.portal.deletion.r2dbc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.hilum.portal.deletion.Deletion;
import io.hilum.portal.deletion.DeletionReason;
import io.hilum.portal.deletion.DeletionStore;
import io.hilum.portal.page.Cursor;
import io.hilum.portal.postgres.Values;
import io.hilum.portal.retention.RetentionPolicy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import static io.hilum.trust.row.Columns.required;

/**
 * Receipts in the table {@code portal.deletions}.
 */
@Repository
class R2dbcDeletionStore implements DeletionStore {

	private final DatabaseClient database;

	R2dbcDeletionStore(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Mono<Void> insert(UUID holder, Deletion deletion) {
		return this.database.sql("""
				insert into portal.deletions
				(audit_event, holder, conversation, messages, key_fingerprint, reason, deleted_at)
				values ($1, $2, $3, $4, $5, $6, $7)""")
			.bind(0, deletion.auditEvent())
			.bind(1, holder)
			.bind(2, deletion.conversation())
			.bind(3, deletion.messages())
			.bind(4, deletion.keyFingerprint())
			.bind(5, deletion.reason().wire())
			.bind(6, deletion.deletedAt())
			.then();
	}

	@Override
	public Flux<Deletion> list(UUID holder, Cursor after, int limit) {
		return this.database.sql("""
				select * from portal.deletions where holder = $1 and (deleted_at, audit_event) < ($2, $3)
				order by deleted_at desc, audit_event desc limit $4""")
			.bind(0, holder)
			.bind(1, after.at())
			.bind(2, after.id())
			.bind(3, limit)
			.map((row) -> new Deletion(required(row, "conversation", UUID.class),
					required(row, "messages", Integer.class), required(row, "key_fingerprint", String.class),
					DeletionReason.valueOf(required(row, "reason", String.class).toUpperCase(Locale.ROOT)),
					required(row, "deleted_at", Instant.class), required(row, "audit_event", UUID.class)))
			.all();
	}

	@Override
	public Mono<Instant> deletedAt(UUID holder, UUID conversation) {
		return this.database.sql("""
				select deleted_at from portal.deletions where holder = $1 and conversation = $2
				order by deleted_at limit 1""")
			.bind(0, holder)
			.bind(1, conversation)
			.map((row) -> required(row, "deleted_at", Instant.class))
			.one();
	}

	@Override
	public Flux<Due> due(RetentionPolicy policy, Instant now) {
		List<String> roles = new ArrayList<>();
		List<Long> seconds = new ArrayList<>();
		policy.roles().forEach((role, kept) -> {
			roles.add(role);
			seconds.add(kept.toSeconds());
		});
		Duration otherwise = policy.otherwise();
		return this.database.sql("""
				select c.holder, c.id from portal.conversations c join portal.holders h on h.id = c.holder
				left join unnest($1::text[], $2::bigint[]) as kept (role, seconds) on kept.role = c.kept_as
				where c.updated_at < $4::timestamptz - coalesce(kept.seconds, $3::bigint) * interval '1 second'
				and not exists (select 1 from portal.holds x where x.lifted_at is null
					and (x.subject is null or x.subject = h.name) and (x.team is null or x.team = c.team)
					and (x.since is null or x.since <= c.updated_at))
				order by c.updated_at limit $5""")
			.bind(0, roles.toArray(String[]::new))
			.bind(1, seconds.toArray(Long[]::new))
			.bind(2, Values.of((otherwise != null) ? otherwise.toSeconds() : null, Long.class))
			.bind(3, now)
			.bind(4, policy.batch())
			.map((row) -> new Due(required(row, "holder", UUID.class), required(row, "id", UUID.class)))
			.all();
	}

}
