package io.hilum.rag.document.r2dbc;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.hilum.rag.document.Document;
import io.hilum.rag.document.DocumentChange;
import io.hilum.rag.document.DocumentFormat;
import io.hilum.rag.document.DocumentStatus;
import io.hilum.rag.document.DocumentStore;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;

import static io.hilum.trust.row.Columns.required;

/**
 * Documents in the table {@code rag.documents}. A deleted one stays for a while without
 * its content, so that every replica learns of it.
 */
@Repository
class R2dbcDocumentStore implements DocumentStore {

	private static final String SELECT = """
			select id, collection_id, title, format, bytes, status, reason, passages, created_at, updated_at
			from rag.documents where collection_id = $1 and status <> 'deleted'""";

	private static final UUID FIRST = new UUID(0, 0);

	private final DatabaseClient database;

	private final TransactionalOperator transaction;

	R2dbcDocumentStore(DatabaseClient database, TransactionalOperator transaction) {
		this.database = database;
		this.transaction = transaction;
	}

	@Override
	public Mono<Document> find(UUID collection, UUID id) {
		return this.database.sql(SELECT + " and id = $2")
			.bind(0, collection)
			.bind(1, id)
			.map(R2dbcDocumentStore::document)
			.one();
	}

	@Override
	public Flux<Document> list(UUID collection, @Nullable UUID after, int limit) {
		return this.database.sql(SELECT + " and id > $2 order by id limit $3")
			.bind(0, collection)
			.bind(1, (after != null) ? after : FIRST)
			.bind(2, limit)
			.map(R2dbcDocumentStore::document)
			.all();
	}

	@Override
	public Mono<Long> count(UUID collection) {
		return this.database.sql("select count(*) from rag.documents where collection_id = $1 and status <> 'deleted'")
			.bind(0, collection)
			.mapValue(Long.class)
			.one();
	}

	@Override
	public Mono<Boolean> delete(UUID collection, UUID id) {
		Mono<Boolean> document = this.database.sql("""
				update rag.documents set status = 'deleted', title = null, content = null, requester = null,
				updated_at = now(), changed = pg_current_xact_id()
				where collection_id = $1 and id = $2 and status <> 'deleted'""")
			.bind(0, collection)
			.bind(1, id)
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
		// The document first: a worker that holds it must not add passages behind us.
		return document.filter(Boolean::booleanValue)
			.delayUntil((found) -> deletePassages(id))
			.defaultIfEmpty(false)
			.as(this.transaction::transactional);
	}

	private Mono<Long> deletePassages(UUID document) {
		return this.database.sql("delete from rag.passages where document_id = $1")
			.bind(0, document)
			.fetch()
			.rowsUpdated();
	}

	@Override
	public Mono<Boolean> reopen(UUID document, String model) {
		return this.database.sql("""
				update rag.documents set status = 'queued', attempts = 0, due_at = now(), updated_at = now()
				where id = $1 and status = 'ready' and model <> $2""")
			.bind(0, document)
			.bind(1, model)
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	@Override
	public Mono<Long> horizon() {
		return this.database.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
			.mapValue(Long.class)
			.one();
	}

	@Override
	public Flux<DocumentChange> changes(long horizon) {
		return this.database.sql("""
				select id, collection_id, case status when 'ready' then model end as model from rag.documents
				where changed >= $1::bigint::text::xid8 and status in ('ready', 'deleted')""")
			.bind(0, horizon)
			.map((row) -> new DocumentChange(required(row, "id", UUID.class),
					required(row, "collection_id", UUID.class), row.get("model", String.class)))
			.all();
	}

	@Override
	public Mono<Long> purge(Duration age) {
		return this.database
			.sql("delete from rag.documents where status = 'deleted' and updated_at < now() - $1 * interval '1 second'")
			.bind(0, age.toSeconds())
			.fetch()
			.rowsUpdated();
	}

	private static Document document(Readable row) {
		return new Document(required(row, "id", UUID.class), required(row, "collection_id", UUID.class),
				required(row, "title", byte[].class), DocumentFormat.valueOf(required(row, "format", String.class)),
				required(row, "bytes", Long.class), DocumentStatus.of(required(row, "status", String.class)),
				row.get("reason", String.class), required(row, "passages", Integer.class),
				required(row, "created_at", Instant.class), required(row, "updated_at", Instant.class));
	}

}
