package io.hilum.portal.deletion.r2dbc;

import java.time.Duration;
import java.util.UUID;

import io.hilum.portal.deletion.LeaseStore;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Leases in the table {@code portal.leases}, by the clock of the database, which all
 * replicas share.
 */
@Repository
class R2dbcLeaseStore implements LeaseStore {

	private final DatabaseClient database;

	R2dbcLeaseStore(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Mono<Boolean> take(String name, UUID owner, Duration life) {
		return this.database.sql("""
				insert into portal.leases (name, owner, until) values ($1, $2, now() + $3 * interval '1 millisecond')
				on conflict (name) do update set owner = excluded.owner, until = excluded.until
				where leases.owner = excluded.owner or leases.until < now()""")
			.bind(0, name)
			.bind(1, owner)
			.bind(2, life.toMillis())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

}
