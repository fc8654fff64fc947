package io.hilum.usage.account.r2dbc;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.hilum.trust.row.Columns;
import io.hilum.usage.account.ApiKey;
import io.hilum.usage.account.Keys;
import io.hilum.usage.account.Retiring;
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
 * Keys in Postgres.
 */
@Repository
class R2dbcKeys implements Keys {

	private static final String ADD = """
			INSERT INTO usage.api_key (id, sha256, name, subject, roles, team, application, purpose, models, networks,
				expires_at, created_at, created_by)
			VALUES (:id, :sha256, :name, :subject, :roles, :team, :application, :purpose, :models, :networks,
				:expiresAt, :createdAt, :createdBy)
			ON CONFLICT (id) DO NOTHING
			""";

	private static final String REPLACE = """
			UPDATE usage.api_key SET sha256 = :sha256, retiring_sha256 = NULL, retiring_until = NULL
			WHERE id = :id AND sha256 <> :sha256 AND revoked_at IS NULL
			""";

	private static final String ROTATE = """
			UPDATE usage.api_key SET sha256 = :sha256, retiring_sha256 = :retiring, retiring_until = :until
			WHERE id = :id AND sha256 = :before AND revoked_at IS NULL
			""";

	private static final String LIST = """
			SELECT * FROM usage.api_key
			WHERE (CAST(:subject AS text) IS NULL OR subject = :subject) AND id > :after ORDER BY id LIMIT :limit
			""";

	private static final String OF_TEAM = """
			SELECT * FROM usage.api_key WHERE team = :team AND revoked_at IS NULL ORDER BY id FOR UPDATE
			""";

	private static final String OF_APPLICATION = """
			SELECT * FROM usage.api_key WHERE application = :application AND revoked_at IS NULL ORDER BY id FOR UPDATE
			""";

	private static final String REVOKE = """
			UPDATE usage.api_key SET revoked_at = :at, revoked_by = :by WHERE id = :id AND revoked_at IS NULL
			""";

	private final DatabaseClient database;

	R2dbcKeys(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Mono<Boolean> add(ApiKey key) {
		return Changes.made(this.database.sql(ADD)
			.bind("id", key.id())
			.bind("sha256", key.sha256())
			.bind("name", key.name())
			.bind("subject", key.subject())
			.bind("roles", key.roles().toArray(String[]::new))
			.bind("team", key.team())
			.bind("application", Parameters.in(R2dbcType.VARCHAR, key.application()))
			.bind("purpose", key.purpose())
			.bind("models", key.models().toArray(String[]::new))
			.bind("networks", key.networks().toArray(String[]::new))
			.bind("expiresAt", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, key.expiresAt()))
			.bind("createdAt", key.createdAt())
			.bind("createdBy", key.createdBy()));
	}

	@Override
	public Mono<Boolean> replaceSecret(String id, String sha256) {
		return Changes.made(this.database.sql(REPLACE).bind("id", id).bind("sha256", sha256));
	}

	@Override
	public Mono<Boolean> rotate(ApiKey rotated, String before) {
		Retiring retiring = rotated.retiring();
		return Changes.made(this.database.sql(ROTATE)
			.bind("id", rotated.id())
			.bind("sha256", rotated.sha256())
			.bind("before", before)
			.bind("retiring", Parameters.in(R2dbcType.VARCHAR, (retiring != null) ? retiring.sha256() : null))
			.bind("until",
					Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, (retiring != null) ? retiring.until() : null)));
	}

	@Override
	public Mono<ApiKey> find(String id) {
		return this.database.sql("SELECT * FROM usage.api_key WHERE id = :id").bind("id", id).map(R2dbcKeys::key).one();
	}

	@Override
	public Flux<ApiKey> list(@Nullable String subject, @Nullable String after, int limit) {
		return this.database.sql(LIST)
			.bind("subject", Parameters.in(R2dbcType.VARCHAR, subject))
			.bind("after", Objects.requireNonNullElse(after, ""))
			.bind("limit", limit)
			.map(R2dbcKeys::key)
			.all();
	}

	@Override
	public Mono<Long> count(String subject) {
		return this.database.sql("SELECT count(*) FROM usage.api_key WHERE subject = :subject AND revoked_at IS NULL")
			.bind("subject", subject)
			.mapValue(Long.class)
			.one();
	}

	@Override
	public Mono<Boolean> revoke(String id, String by, Instant at) {
		return Changes.made(this.database.sql(REVOKE).bind("id", id).bind("by", by).bind("at", at));
	}

	@Override
	public Flux<ApiKey> ofTeam(String team) {
		return this.database.sql(OF_TEAM).bind("team", team).map(R2dbcKeys::key).all();
	}

	@Override
	public Flux<ApiKey> ofApplication(String application) {
		return this.database.sql(OF_APPLICATION).bind("application", application).map(R2dbcKeys::key).all();
	}

	@Override
	public Mono<Void> restrict(String id, List<String> models) {
		return this.database.sql("UPDATE usage.api_key SET models = :models WHERE id = :id")
			.bind("id", id)
			.bind("models", models.toArray(String[]::new))
			.then();
	}

	private static ApiKey key(Readable row) {
		return new ApiKey(Columns.text(row, "id"), Columns.text(row, "sha256"), Columns.text(row, "name"),
				Columns.text(row, "subject"), Columns.texts(row, "roles"), Columns.text(row, "team"),
				row.get("application", String.class), Columns.text(row, "purpose"), Columns.texts(row, "models"),
				Columns.texts(row, "networks"), row.get("expires_at", Instant.class),
				Columns.instant(row, "created_at"), Columns.text(row, "created_by"),
				row.get("revoked_at", Instant.class), retiring(row));
	}

	private static @Nullable Retiring retiring(Readable row) {
		String sha256 = row.get("retiring_sha256", String.class);
		Instant until = row.get("retiring_until", Instant.class);
		return (sha256 != null && until != null) ? new Retiring(sha256, until) : null;
	}

}
