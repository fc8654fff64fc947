package io.hilum.usage.outbox.r2dbc;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import io.hilum.trust.row.Columns;
import io.hilum.trust.trace.TraceParent;
import io.hilum.usage.outbox.Outbox;
import io.hilum.usage.outbox.OutboxProperties;
import io.hilum.usage.outbox.OutboxRecord;
import io.hilum.usage.problem.UsageProblem;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * The outbox in Postgres. One relay at a time holds the advisory lock of all replicas: a
 * second one, skipping locked rows, could publish the newer of two events of one key
 * first, and the compacted topic would keep the older for ever.
 */
@Repository
class R2dbcOutbox implements Outbox {

	private static final String APPEND = """
			INSERT INTO usage.outbox (event_id, topic, key, type, value, created_at, trace_parent)
			SELECT :id, :topic, :key, :type, :value, :time, :traceParent
			WHERE (SELECT count(*) FROM (SELECT 1 FROM usage.outbox LIMIT :max) AS pending) < :max
			""";

	private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('usage.outbox', 0))";

	// A relay that is stuck must lose its lock only after its producer has given up.
	private static final String LIMIT_LIFE = "SET LOCAL idle_in_transaction_session_timeout = '15s'";

	private static final String OLDEST = """
			SELECT id, event_id, topic, key, type, value, created_at, trace_parent FROM usage.outbox
			ORDER BY id LIMIT :limit
			""";

	private static final String DELETE = "DELETE FROM usage.outbox WHERE id = ANY(:ids)";

	private final DatabaseClient database;

	private final TransactionalOperator transactions;

	private final OutboxProperties properties;

	R2dbcOutbox(DatabaseClient database, TransactionalOperator transactions, OutboxProperties properties) {
		this.database = database;
		this.transactions = transactions;
		this.properties = properties;
	}

	@Override
	public Mono<Void> append(OutboxRecord event) {
		return Mono.deferContextual((context) -> append(event, TraceParent.of(context)));
	}

	private Mono<Void> append(OutboxRecord event, @Nullable String traceParent) {
		return this.database.sql(APPEND)
			.bind("id", event.id())
			.bind("topic", event.topic())
			.bind("key", event.key())
			.bind("type", event.type())
			.bind("value", event.value())
			.bind("time", event.time())
			.bind("traceParent", Parameters.in(R2dbcType.VARCHAR, traceParent))
			.bind("max", this.properties.maxPending())
			.fetch()
			.rowsUpdated()
			.filter((rows) -> rows == 1)
			.switchIfEmpty(Mono.error(() -> new UsageProblem.Unavailable("outbox_full",
					"Too many changes wait for the event bus, try again later")))
			.then();
	}

	@Override
	public Mono<Integer> relay(int limit, Function<List<OutboxRecord>, Mono<Void>> publish) {
		return this.database.sql(LIMIT_LIFE)
			.then()
			.then(this.database.sql(LOCK).then())
			.then(oldest(limit))
			.flatMap((rows) -> rows.isEmpty() ? Mono.just(0) : publish.apply(events(rows)).then(delete(rows)))
			.as(this.transactions::transactional);
	}

	private Mono<List<Row>> oldest(int limit) {
		return this.database.sql(OLDEST).bind("limit", limit).map(R2dbcOutbox::row).all().collectList();
	}

	private Mono<Integer> delete(List<Row> rows) {
		return this.database.sql(DELETE)
			.bind("ids", rows.stream().map(Row::id).toArray(Long[]::new))
			.then()
			.thenReturn(rows.size());
	}

	private static List<OutboxRecord> events(List<Row> rows) {
		return rows.stream().map(Row::event).toList();
	}

	private static Row row(Readable row) {
		return new Row(Columns.number(row, "id"),
				new OutboxRecord(Columns.required(row, "event_id", UUID.class), Columns.text(row, "topic"),
						Columns.text(row, "key"), Columns.text(row, "type"), Columns.instant(row, "created_at"),
						Columns.text(row, "value"), row.get("trace_parent", String.class)));
	}

	/**
	 * A row with its place in the order.
	 */
	private record Row(long id, OutboxRecord event) {
	}

}
