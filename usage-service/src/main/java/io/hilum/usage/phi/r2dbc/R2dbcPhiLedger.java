package io.hilum.usage.phi.r2dbc;

import io.hilum.usage.ledger.TotalsQuery;
import io.hilum.usage.phi.PhiLedger;
import io.hilum.usage.phi.PhiSummary;
import io.hilum.usage.phi.TypeTotals;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Counts in Postgres, over what is kept of entries by quarter of an hour.
 */
@Repository
class R2dbcPhiLedger implements PhiLedger {

	private final DatabaseClient database;

	R2dbcPhiLedger(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Flux<TypeTotals> totals(TotalsQuery query, int limit) {
		return new PhiStatement(query).totals(this.database, limit);
	}

	@Override
	public Mono<PhiSummary> summary(TotalsQuery query) {
		return new PhiStatement(query).summary(this.database);
	}

}
