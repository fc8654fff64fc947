package io.hilum.usage.team.r2dbc;

import java.time.Instant;
import java.util.Objects;

import io.hilum.trust.row.Columns;
import io.hilum.usage.row.Changes;
import io.hilum.usage.team.Application;
import io.hilum.usage.team.Applications;
import io.hilum.usage.team.Teams;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Applications in Postgres.
 */
@Repository
class R2dbcApplications implements Applications {

	private static final String SET = """
			INSERT INTO usage.application (id, name, team, owner, models, purpose, changed_at, changed_by)
			VALUES (:id, :name, :team, :owner, :models, :purpose, :at, :by)
			ON CONFLICT (id) DO UPDATE SET name = excluded.name, owner = excluded.owner, models = excluded.models,
				purpose = excluded.purpose, changed_at = excluded.changed_at, changed_by = excluded.changed_by,
				deleted = false
			WHERE application.team = excluded.team
			""";

	private static final String LIST = """
			SELECT * FROM usage.application
			WHERE NOT deleted AND (CAST(:team AS text) IS NULL OR team = :team) AND id > :after ORDER BY id LIMIT :limit
			""";

	private static final String DELETE = """
			UPDATE usage.application SET deleted = true, changed_at = :at, changed_by = :by
			WHERE id = :id AND NOT deleted
			""";

	private final DatabaseClient database;

	R2dbcApplications(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Mono<Boolean> set(Application application) {
		return Changes.made(this.database.sql(SET)
			.bind("id", application.id())
			.bind("name", application.name())
			.bind("team", application.team())
			.bind("owner", application.owner())
			.bind("models", application.models().toArray(String[]::new))
			.bind("purpose", application.purpose())
			.bind("at", application.changedAt())
			.bind("by", application.changedBy()));
	}

	@Override
	public Mono<Application> find(String id) {
		return this.database.sql("SELECT * FROM usage.application WHERE id = :id AND NOT deleted")
			.bind("id", id)
			.map(R2dbcApplications::application)
			.one();
	}

	@Override
	public Flux<Application> list(@Nullable String team, @Nullable String after, int limit) {
		return this.database.sql(LIST)
			.bind("team", Parameters.in(R2dbcType.VARCHAR, team))
			.bind("after", Objects.requireNonNullElse(after, ""))
			.bind("limit", limit)
			.map(R2dbcApplications::application)
			.all();
	}

	@Override
	public Mono<Boolean> delete(String id, String by, Instant at) {
		return Changes.made(this.database.sql(DELETE).bind("id", id).bind("by", by).bind("at", at));
	}

	@Override
	public Mono<Held> hold(String id) {
		return this.database.sql("SELECT * FROM usage.application WHERE id = :id FOR SHARE")
			.bind("id", id)
			.map((row) -> new Held(application(row),
					Boolean.TRUE.equals(row.get("deleted", Boolean.class)) ? Teams.Standing.DELETED
							: Teams.Standing.ACTIVE))
			.one();
	}

	private static Application application(Readable row) {
		return new Application(Columns.text(row, "id"), Columns.text(row, "name"), Columns.text(row, "team"),
				Columns.text(row, "owner"), Columns.texts(row, "models"), Columns.text(row, "purpose"),
				Columns.instant(row, "changed_at"), Columns.text(row, "changed_by"));
	}

}
