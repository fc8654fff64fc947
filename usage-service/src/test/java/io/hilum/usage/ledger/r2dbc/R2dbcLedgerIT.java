package io.hilum.usage.ledger.r2dbc;

import java.util.List;
import java.util.stream.Stream;

import io.hilum.usage.TestDatabase;
import io.hilum.usage.ledger.Ledger;
import io.hilum.usage.ledger.LedgerContract;
import io.hilum.usage.ledger.LedgerEntry;
import io.hilum.usage.ledger.LedgerFixtures;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link R2dbcLedger} on a real Postgres.
 */
class R2dbcLedgerIT extends LedgerContract {

	private static final TestDatabase DATABASE = TestDatabase.create();

	private static final String EMPTY = """
			BEGIN;
			ALTER TABLE usage.ledger_entry DISABLE TRIGGER ALL;
			SET LOCAL session_replication_role = replica;
			DELETE FROM usage.ledger_entry; DELETE FROM usage.ledger_event_id; DELETE FROM usage.usage_slot;
			DELETE FROM usage.phi_slot; DELETE FROM usage.phi_type_slot;
			DELETE FROM usage.phi_sum; DELETE FROM usage.phi_type_sum;
			ALTER TABLE usage.ledger_entry ENABLE TRIGGER ALL;
			COMMIT
			""";

	@Override
	protected Ledger create() {
		DATABASE.client().sql(EMPTY).then().block();
		return new R2dbcLedger(DATABASE.client(), DATABASE.transactions(), JsonMapper.shared());
	}

	@Test
	void refusesEveryChangeOfAnEntry() {
		append(create(), LedgerFixtures.entry((tree) -> tree.put("requestId", "req-fixed")));
		for (String statement : List.of("UPDATE usage.ledger_entry SET cost_nano_usd = 0",
				"DELETE FROM usage.ledger_entry", "TRUNCATE usage.ledger_entry", "TRUNCATE usage.ledger_entry_202601",
				"UPDATE usage.ledger_entry_202601 SET cost_nano_usd = 0", "DELETE FROM usage.ledger_event_id")) {
			assertThatThrownBy(() -> DATABASE.client().sql(statement).then().block()).as(statement)
				.hasStackTraceContaining("is append-only");
		}
	}

	@Test
	void writesEachMonthToItsOwnPartition() {
		append(create(), LedgerFixtures.entry((tree) -> tree.put("time", "2026-01-31T23:59:59.999999Z")),
				LedgerFixtures.entry((tree) -> tree.put("time", "2026-02-01T00:00:00Z")));
		assertThat(count("usage.ledger_entry_202601")).isEqualTo(1);
		assertThat(count("usage.ledger_entry_202602")).isEqualTo(1);
	}

	@Test
	void countsEachEntryOnceWhenManyWriteItAtOnce() {
		Ledger ledger = create();
		List<LedgerEntry> entries = Flux.range(0, 50).map((i) -> LedgerFixtures.entry((tree) -> {
		})).collectList().blockOptional().orElseThrow();
		Long added = Flux.range(0, 8)
			.flatMap((i) -> DATABASE.transactions().transactional(ledger.append(entries)))
			.reduce(0L, Long::sum)
			.block();
		assertThat(added).isEqualTo(50);
		assertThat(count("usage.ledger_entry")).isEqualTo(50);
		assertThat(DATABASE.client()
			.sql("SELECT CAST(sum(requests) AS bigint) FROM usage.usage_slot")
			.mapValue(Long.class)
			.one()
			.block()).isEqualTo(50);
	}

	@Test
	void keepsTotalsRightWhileTheyAreMadeAgain() {
		Ledger ledger = create();
		List<LedgerEntry> entries = Stream.generate(() -> LedgerFixtures.entry((tree) -> {
		})).limit(40).toList();
		Flux<Long> writes = Flux.fromIterable(entries)
			.flatMap((entry) -> DATABASE.transactions().transactional(ledger.append(List.of(entry))), 4);
		Flux<Long> rebuilds = Flux.range(0, 5).concatMap((i) -> ledger.rebuildTotals());
		Mono.when(writes, rebuilds).block();
		assertThat(DATABASE.client()
			.sql("SELECT CAST(sum(requests) AS bigint) FROM usage.usage_slot")
			.mapValue(Long.class)
			.one()
			.block()).isEqualTo(40);
	}

	private static void append(Ledger ledger, LedgerEntry... entries) {
		assertThat(ledger.append(List.of(entries)).block()).isEqualTo(entries.length);
	}

	private static long count(String table) {
		Long count = DATABASE.client().sql("SELECT count(*) FROM " + table).mapValue(Long.class).one().block();
		return (count != null) ? count : -1;
	}

}
