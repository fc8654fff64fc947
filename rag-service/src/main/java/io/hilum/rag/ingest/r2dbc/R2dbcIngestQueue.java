package io.hilum.rag.ingest.r2dbc;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.hilum.rag.document.Document;
import io.hilum.rag.document.DocumentFormat;
import io.hilum.rag.document.FailureReason;
import io.hilum.rag.document.SealedPassage;
import io.hilum.rag.ingest.IngestJob;
import io.hilum.rag.ingest.IngestQueue;
import io.hilum.trust.context.ServiceContext;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;

import static io.hilum.trust.row.Columns.required;

/**
 * The queue in the table {@code rag.documents}: a claim locks one row and skips those
 * that others lock.
 */
@Repository
class R2dbcIngestQueue implements IngestQueue {

	private static final String HELD = " where id = $1 and lease = $2 and status in ('reading', 'embedding')";

	private static final int INSERT_BATCH = 100;

	private final DatabaseClient database;

	private final TransactionalOperator transaction;

	private final JsonMapper json;

	R2dbcIngestQueue(DatabaseClient database, TransactionalOperator transaction, JsonMapper json) {
		this.database = database;
		this.transaction = transaction;
		this.json = json;
	}

	@Override
	public Mono<Boolean> offer(Document document, byte[] sealedContent, ServiceContext requester) {
		return this.database.sql("""
				insert into rag.documents
				(id, collection_id, status, format, bytes, title, content, requester, created_at, updated_at, due_at)
				select $1, c.id, 'queued', $3, $4, $5, $6, $7, $8, $8, now()
				from rag.collections c where c.id = $2 and c.deleted_at is null for share""")
			.bind(0, document.id())
			.bind(1, document.collection())
			.bind(2, document.format().name())
			.bind(3, document.bytes())
			.bind(4, document.sealedTitle())
			.bind(5, sealedContent)
			.bind(6, this.json.writeValueAsString(requester))
			.bind(7, document.createdAt())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	@Override
	public Mono<Long> waiting() {
		return this.database
			.sql("select count(*) from rag.documents where status in ('queued', 'reading', 'embedding')")
			.mapValue(Long.class)
			.one();
	}

	@Override
	public Mono<IngestJob> claim(UUID lease, Duration life) {
		return this.database.sql("""
				update rag.documents set status = 'reading', attempts = attempts + 1, lease = $1, updated_at = now(),
				due_at = now() + $2 * interval '1 millisecond'
				where id = (select id from rag.documents
					where status in ('queued', 'reading', 'embedding') and due_at <= now()
					order by due_at for update skip locked limit 1)
				returning id, collection_id, format, content, requester, attempts""")
			.bind(0, lease)
			.bind(1, life.toMillis())
			.map((row) -> job(row, lease))
			.one();
	}

	@Override
	public Mono<Boolean> keep(IngestJob job, Duration life) {
		return this.database.sql("update rag.documents set due_at = now() + $3 * interval '1 millisecond'" + HELD)
			.bind(0, job.document())
			.bind(1, job.lease())
			.bind(2, life.toMillis())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	@Override
	public Mono<Boolean> read(IngestJob job) {
		return this.database.sql("update rag.documents set status = 'embedding', updated_at = now()" + HELD)
			.bind(0, job.document())
			.bind(1, job.lease())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	@Override
	public Mono<Boolean> complete(IngestJob job, String model, List<SealedPassage> passages) {
		return this.database.sql("""
				update rag.documents set status = 'ready', reason = null, content = null, lease = null, model = $3,
				passages = $4, updated_at = now(), changed = pg_current_xact_id()""" + HELD)
			.bind(0, job.document())
			.bind(1, job.lease())
			.bind(2, model)
			.bind(3, passages.size())
			.fetch()
			.rowsUpdated()
			.filter((rows) -> rows == 1)
			.flatMap((rows) -> replace(job.document(), passages).thenReturn(true))
			.defaultIfEmpty(false)
			.as(this.transaction::transactional);
	}

	private Mono<Void> replace(UUID document, List<SealedPassage> passages) {
		return this.database.sql("delete from rag.passages where document_id = $1")
			.bind(0, document)
			.fetch()
			.rowsUpdated()
			.then(insert(passages));
	}

	private Mono<Void> insert(List<SealedPassage> passages) {
		return Flux.range(0, (passages.size() + INSERT_BATCH - 1) / INSERT_BATCH)
			.concatMap((batch) -> insert(passages, batch * INSERT_BATCH))
			.then();
	}

	private Mono<Long> insert(List<SealedPassage> passages, int from) {
		int to = Math.min(passages.size(), from + INSERT_BATCH);
		return this.database.inConnection((connection) -> {
			Statement statement = bind(connection, passages, from, to);
			return Flux.from(statement.execute())
				.concatMap((result) -> Mono.from(result.getRowsUpdated()))
				.reduce(0L, Long::sum);
		});
	}

	private static Statement bind(Connection connection, List<SealedPassage> passages, int from, int to) {
		Statement statement = connection.createStatement(
				"insert into rag.passages (id, document_id, ordinal, content, vector) values ($1, $2, $3, $4, $5)");
		for (int ordinal = from; ordinal < to; ordinal++) {
			SealedPassage passage = passages.get(ordinal);
			if (ordinal > from) {
				statement.add();
			}
			statement.bind(0, passage.id())
				.bind(1, passage.document())
				.bind(2, ordinal)
				.bind(3, passage.content())
				.bind(4, passage.vector());
		}
		return statement;
	}

	@Override
	public Mono<Void> fail(IngestJob job, FailureReason reason) {
		return this.database.sql("""
				update rag.documents set status = 'failed', reason = $3, content = null, lease = null,
				updated_at = now()""" + HELD)
			.bind(0, job.document())
			.bind(1, job.lease())
			.bind(2, reason.wire())
			.fetch()
			.rowsUpdated()
			.then();
	}

	@Override
	public Mono<Void> giveBack(IngestJob job, Duration delay) {
		return this.database.sql("""
				update rag.documents set status = 'queued', lease = null, updated_at = now(),
				due_at = now() + $3 * interval '1 millisecond'""" + HELD)
			.bind(0, job.document())
			.bind(1, job.lease())
			.bind(2, delay.toMillis())
			.fetch()
			.rowsUpdated()
			.then();
	}

	private IngestJob job(Readable row, UUID lease) {
		ServiceContext requester = this.json.readValue(required(row, "requester", String.class), ServiceContext.class);
		return new IngestJob(required(row, "id", UUID.class), required(row, "collection_id", UUID.class),
				DocumentFormat.valueOf(required(row, "format", String.class)), row.get("content", byte[].class),
				requester, required(row, "attempts", Integer.class), lease);
	}

}
