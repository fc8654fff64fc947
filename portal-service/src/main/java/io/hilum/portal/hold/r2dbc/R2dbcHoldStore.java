package io.hilum.portal.hold.r2dbc;

import java.time.Instant;

import io.hilum.portal.hold.Hold;
import io.hilum.portal.hold.HoldStore;
import io.hilum.portal.postgres.Values;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import static io.hilum.trust.row.Columns.required;

/**
 * Holds in the table {@code portal.holds}.
 */
@Repository
class R2dbcHoldStore implements HoldStore {

	/**
	 * Who places a hold waits until what is being deleted is gone, and the other way
	 * round.
	 */
	private static final String LOCK = "lock table portal.holds in share mode";

	private final DatabaseClient database;

	R2dbcHoldStore(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Mono<Boolean> place(Hold hold) {
		return this.database.sql("""
				insert into portal.holds (matter, reason, subject, team, since, placed_by, placed_at)
				values ($1, $2, $3, $4, $5, $6, $7) on conflict (matter) do nothing""")
			.bind(0, hold.matter())
			.bind(1, hold.reason())
			.bind(2, Values.of(hold.subject(), String.class))
			.bind(3, Values.of(hold.team(), String.class))
			.bind(4, Values.of(hold.since(), Instant.class))
			.bind(5, hold.placedBy())
			.bind(6, hold.placedAt())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	@Override
	public Mono<Hold> lift(String matter, String by, Instant at) {
		return this.database.sql("""
				update portal.holds set lifted_by = $2, lifted_at = $3
				where matter = $1 and lifted_at is null returning *""")
			.bind(0, matter)
			.bind(1, by)
			.bind(2, at)
			.map(R2dbcHoldStore::hold)
			.one();
	}

	@Override
	public Flux<Hold> all() {
		return this.database.sql("select * from portal.holds order by lifted_at is not null, matter")
			.map(R2dbcHoldStore::hold)
			.all();
	}

	@Override
	public Mono<Boolean> keeps(String subject, String team, Instant usedAt) {
		Mono<Boolean> kept = this.database.sql("""
				select exists(select 1 from portal.holds where lifted_at is null and (subject is null or subject = $1)
				and (team is null or team = $2) and (since is null or since <= $3))""")
			.bind(0, subject)
			.bind(1, team)
			.bind(2, usedAt)
			.mapValue(Boolean.class)
			.one();
		return this.database.sql(LOCK).then().then(kept);
	}

	@Override
	public Mono<Boolean> mayKeep(String subject, Instant placedAfter) {
		return this.database.sql("""
				select exists(select 1 from portal.holds where lifted_at is null and (subject is null or subject = $1)
				and placed_at > $2)""").bind(0, subject).bind(1, placedAfter).mapValue(Boolean.class).one();
	}

	private static Hold hold(Readable row) {
		return new Hold(required(row, "matter", String.class), required(row, "reason", String.class),
				row.get("subject", String.class), row.get("team", String.class), row.get("since", Instant.class),
				required(row, "placed_by", String.class), required(row, "placed_at", Instant.class),
				row.get("lifted_by", String.class), row.get("lifted_at", Instant.class));
	}

}
