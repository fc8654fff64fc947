package io.hilum.rag.document.r2dbc;

import java.util.Collection;
import java.util.UUID;

import io.hilum.rag.document.FoundPassage;
import io.hilum.rag.document.PassageStore;
import io.hilum.rag.document.SealedPassage;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import static io.hilum.trust.row.Columns.required;

/**
 * Sealed passages in the table {@code rag.passages}.
 */
@Repository
class R2dbcPassageStore implements PassageStore {

	private static final String SELECT = """
			select p.id, d.collection_id, p.document_id, p.content, p.vector, d.title
			from rag.passages p join rag.documents d on d.id = p.document_id where d.status <> 'deleted'""";

	private final DatabaseClient database;

	R2dbcPassageStore(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Flux<SealedPassage> ofDocument(UUID document) {
		return this.database.sql(SELECT + " and p.document_id = $1 order by p.ordinal")
			.bind(0, document)
			.map(R2dbcPassageStore::passage)
			.all();
	}

	@Override
	public Flux<FoundPassage> find(Collection<UUID> passages, Collection<UUID> collections) {
		return this.database.sql(SELECT + " and d.status = 'ready' and p.id = any($1) and d.collection_id = any($2)")
			.bind(0, passages.toArray(UUID[]::new))
			.bind(1, collections.toArray(UUID[]::new))
			.map((row) -> new FoundPassage(passage(row), required(row, "title", byte[].class)))
			.all();
	}

	private static SealedPassage passage(Readable row) {
		return new SealedPassage(required(row, "id", UUID.class), required(row, "collection_id", UUID.class),
				required(row, "document_id", UUID.class), required(row, "content", byte[].class),
				required(row, "vector", byte[].class));
	}

}
