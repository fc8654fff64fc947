package io.hilum.usage.ledger.r2dbc;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import io.hilum.usage.ledger.Ledger;
import io.hilum.usage.ledger.LedgerEntry;
import io.hilum.usage.ledger.Totals;
import io.hilum.usage.ledger.TotalsQuery;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * The ledger in Postgres. A batch of entries is one statement.
 */
@Repository
class R2dbcLedger implements Ledger {

	private final DatabaseClient database;

	private final TransactionalOperator transactions;

	private final JsonMapper json;

	R2dbcLedger(DatabaseClient database, TransactionalOperator transactions, JsonMapper json) {
		this.database = database;
		this.transactions = transactions;
		this.json = json;
	}

	@Override
	public Mono<Long> append(List<LedgerEntry> entries) {
		Collection<YearMonth> months = entries.stream()
			.map((entry) -> YearMonth.from(entry.time().atOffset(ZoneOffset.UTC)))
			.collect(Collectors.toSet());
		return prepare(months).then(Mono.defer(() -> this.database.sql(LedgerSql.APPEND)
			.bind("events", this.json.writeValueAsString(entries))
			.mapValue(Long.class)
			.one()));
	}

	@Override
	public Flux<LedgerEntry> ofRequest(String requestId) {
		return this.database.sql(LedgerSql.OF_REQUEST)
			.bind("requestId", requestId)
			.mapValue(String.class)
			.all()
			.map((event) -> this.json.readValue(event, LedgerEntry.class));
	}

	@Override
	public Flux<Totals> totals(TotalsQuery query, int limit) {
		return TotalsStatement.of(query).run(this.database, limit);
	}

	@Override
	public Mono<Long> rebuildTotals() {
		return this.database.sql(LedgerSql.TAKE_TIME)
			.then()
			.then(this.database.sql(LedgerSql.LOCK_TOTALS).then())
			.then(this.database.sql(LedgerSql.REBUILD_IDENTIFIERS).then())
			.then(this.database.sql("DELETE FROM usage.usage_slot").then())
			.then(this.database.sql(LedgerSql.REBUILD_TOTALS).mapValue(Long.class).all().reduce(0L, Long::sum))
			.as(this.transactions::transactional);
	}

	@Override
	public Mono<Void> prepare(Collection<YearMonth> months) {
		return this.database.sql(LedgerSql.PREPARE)
			.bind("months", months.stream().sorted().map((month) -> month.atDay(1)).toArray(LocalDate[]::new))
			.then();
	}

}
