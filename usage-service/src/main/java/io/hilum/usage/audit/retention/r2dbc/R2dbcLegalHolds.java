package io.hilum.usage.audit.retention.r2dbc;

import java.time.Instant;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.hilum.trust.row.Columns;
import io.hilum.usage.audit.retention.LegalHold;
import io.hilum.usage.audit.retention.LegalHolds;

/**
 * Holds in Postgres.
 */
@Repository
class R2dbcLegalHolds implements LegalHolds {

	private static final String PLACE = """
			INSERT INTO usage.legal_hold (matter, reason, since, placed_by, placed_at)
			VALUES (:matter, :reason, :since, :by, :at) ON CONFLICT (matter) DO NOTHING
			""";

	private static final String LIFT = """
			UPDATE usage.legal_hold SET lifted_by = :by, lifted_at = :at
			WHERE matter = :matter AND lifted_at IS NULL RETURNING *
			""";

	/**
	 * Who places a hold waits until what is being removed is gone, and the other way
	 * round.
	 */
	private static final String LOCK = "LOCK TABLE usage.legal_hold IN SHARE MODE";

	private final DatabaseClient database;

	R2dbcLegalHolds(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Mono<Boolean> place(LegalHold hold) {
		return this.database.sql(PLACE)
			.bind("matter", hold.matter())
			.bind("reason", hold.reason())
			.bind("since", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, hold.since()))
			.bind("by", hold.placedBy())
			.bind("at", hold.placedAt())
			.fetch()
			.rowsUpdated()
			.map((count) -> count == 1);
	}

	@Override
	public Mono<LegalHold> lift(String matter, String by, Instant at) {
		return this.database.sql(LIFT)
			.bind("matter", matter)
			.bind("by", by)
			.bind("at", at)
			.map(R2dbcLegalHolds::hold)
			.one();
	}

	@Override
	public Flux<LegalHold> all() {
		return this.database.sql("SELECT * FROM usage.legal_hold ORDER BY lifted_at IS NOT NULL, matter")
			.map(R2dbcLegalHolds::hold)
			.all();
	}

	@Override
	public Flux<LegalHold> inForce() {
		return this.database.sql(LOCK)
			.then()
			.thenMany(this.database.sql("SELECT * FROM usage.legal_hold WHERE lifted_at IS NULL")
				.map(R2dbcLegalHolds::hold)
				.all());
	}

	private static LegalHold hold(Readable row) {
		return new LegalHold(Columns.text(row, "matter"), Columns.text(row, "reason"), row.get("since", Instant.class),
				Columns.text(row, "placed_by"), Columns.instant(row, "placed_at"), row.get("lifted_by", String.class),
				row.get("lifted_at", Instant.class));
	}

}
