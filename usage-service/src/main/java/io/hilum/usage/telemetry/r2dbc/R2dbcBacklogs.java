package io.hilum.usage.telemetry.r2dbc;

import io.hilum.trust.row.Columns;
import io.hilum.usage.telemetry.Backlog;
import io.hilum.usage.telemetry.Backlogs;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * What waits in Postgres.
 */
@Repository
class R2dbcBacklogs implements Backlogs {

	private static final String SELECT = """
			SELECT (SELECT count(*) FROM usage.outbox) AS pending,
				(SELECT CAST(coalesce(extract(epoch FROM now() - min(created_at)), 0) AS bigint) FROM usage.outbox)
					AS oldest,
				(SELECT count(*) FROM usage.dead_letter) AS dead,
				(SELECT sequence FROM usage.audit_tip)
					- coalesce((SELECT last_sequence FROM usage.audit_head ORDER BY batch DESC LIMIT 1), 0) AS unsealed
			""";

	private final DatabaseClient database;

	R2dbcBacklogs(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Mono<Backlog> present() {
		return this.database.sql(SELECT)
			.map((row) -> new Backlog(Columns.number(row, "pending"), Columns.number(row, "oldest"),
					Columns.number(row, "dead"), Columns.number(row, "unsealed")))
			.one();
	}

}
