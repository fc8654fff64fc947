package io.hilum.usage.grant.r2dbc;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

import io.hilum.trust.row.Columns;
import io.hilum.usage.grant.Grants;
import io.hilum.usage.grant.RoleGrant;
import io.hilum.usage.row.Changes;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Grants in Postgres.
 */
@Repository
class R2dbcGrants implements Grants {

	private static final String ADD = """
			INSERT INTO usage.role_grant (id, kind, subject, roles, reason, ticket, minutes, requested_by, requested_at,
				expires_at)
			VALUES (:id, :kind, :subject, :roles, :reason, :ticket, :minutes, :by, :at, :expiresAt)
			""";

	private static final String LIST = """
			SELECT * FROM usage.role_grant
			WHERE (CAST(:subject AS text) IS NULL OR subject = :subject) AND id > :after ORDER BY id LIMIT :limit
			""";

	private static final String IN_FORCE = """
			SELECT * FROM usage.role_grant WHERE subject = :subject AND ended_at IS NULL AND expires_at > :time
			""";

	private static final String APPROVE = """
			UPDATE usage.role_grant SET approved_by = :by, approved_at = :at, expires_at = :expiresAt
			WHERE id = :id AND kind = 'requested' AND approved_at IS NULL AND ended_at IS NULL
			""";

	private static final String END = """
			UPDATE usage.role_grant SET ended_by = :by, ended_at = :at WHERE id = :id AND ended_at IS NULL
			""";

	private static final String REVIEW = """
			UPDATE usage.role_grant SET reviewed_by = :by, reviewed_at = :at, outcome = :outcome
			WHERE id = :id AND kind = 'emergency' AND reviewed_at IS NULL
			""";

	private static final String UNREVIEWED = """
			SELECT count(*) FROM usage.role_grant
			WHERE subject = :subject AND kind = 'emergency' AND reviewed_at IS NULL
			""";

	private static final String COUNT = """
			SELECT count(*) FILTER (WHERE ended_at IS NULL AND expires_at > :now) AS in_force,
				count(*) FILTER (WHERE reviewed_at IS NULL AND requested_at < :due) AS overdue
			FROM usage.role_grant WHERE kind = 'emergency' AND (reviewed_at IS NULL OR expires_at > :now)
			""";

	private final DatabaseClient database;

	R2dbcGrants(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Mono<Void> add(RoleGrant grant) {
		return this.database.sql(ADD)
			.bind("id", grant.id())
			.bind("kind", grant.kind().name().toLowerCase(Locale.ROOT))
			.bind("subject", grant.subject())
			.bind("roles", grant.roles().toArray(String[]::new))
			.bind("reason", grant.reason())
			.bind("ticket", grant.ticket())
			.bind("minutes", grant.minutes())
			.bind("by", grant.requestedBy())
			.bind("at", grant.requestedAt())
			.bind("expiresAt", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, grant.expiresAt()))
			.then();
	}

	@Override
	public Mono<RoleGrant> find(String id) {
		return this.database.sql("SELECT * FROM usage.role_grant WHERE id = :id")
			.bind("id", id)
			.map(R2dbcGrants::grant)
			.one();
	}

	@Override
	public Flux<RoleGrant> list(@Nullable String subject, @Nullable String after, int limit) {
		return this.database.sql(LIST)
			.bind("subject", Parameters.in(R2dbcType.VARCHAR, subject))
			.bind("after", Objects.requireNonNullElse(after, ""))
			.bind("limit", limit)
			.map(R2dbcGrants::grant)
			.all();
	}

	@Override
	public Flux<RoleGrant> inForce(String subject, Instant time) {
		return this.database.sql(IN_FORCE).bind("subject", subject).bind("time", time).map(R2dbcGrants::grant).all();
	}

	@Override
	public Mono<Boolean> approve(String id, String by, Instant at, Instant expiresAt) {
		return Changes
			.made(this.database.sql(APPROVE).bind("id", id).bind("by", by).bind("at", at).bind("expiresAt", expiresAt));
	}

	@Override
	public Mono<Boolean> end(String id, String by, Instant at) {
		return Changes.made(this.database.sql(END).bind("id", id).bind("by", by).bind("at", at));
	}

	@Override
	public Mono<Boolean> review(String id, String by, Instant at, String outcome) {
		return Changes
			.made(this.database.sql(REVIEW).bind("id", id).bind("by", by).bind("at", at).bind("outcome", outcome));
	}

	@Override
	public Mono<Long> unreviewedOf(String subject) {
		return this.database.sql(UNREVIEWED).bind("subject", subject).mapValue(Long.class).one();
	}

	@Override
	public Mono<Emergencies> count(Instant now, Instant dueBefore) {
		return this.database.sql(COUNT)
			.bind("now", now)
			.bind("due", dueBefore)
			.map((row) -> new Emergencies(Columns.number(row, "in_force"), Columns.number(row, "overdue")))
			.one();
	}

	private static RoleGrant grant(Readable row) {
		return new RoleGrant(Columns.text(row, "id"),
				RoleGrant.Kind.valueOf(Columns.text(row, "kind").toUpperCase(Locale.ROOT)),
				Columns.text(row, "subject"), Columns.texts(row, "roles"), Columns.text(row, "reason"),
				Columns.text(row, "ticket"), Columns.required(row, "minutes", Integer.class),
				Columns.text(row, "requested_by"), Columns.instant(row, "requested_at"),
				row.get("approved_by", String.class), row.get("expires_at", Instant.class),
				row.get("ended_at", Instant.class), row.get("reviewed_by", String.class),
				row.get("outcome", String.class));
	}

}
