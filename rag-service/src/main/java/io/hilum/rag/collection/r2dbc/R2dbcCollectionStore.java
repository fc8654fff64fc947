package io.hilum.rag.collection.r2dbc;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

import io.hilum.rag.collection.AccessList;
import io.hilum.rag.collection.CollectionName;
import io.hilum.rag.collection.CollectionStore;
import io.hilum.rag.collection.DocumentCollection;
import io.hilum.trust.seal.WrappedKey;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import static io.hilum.trust.row.Columns.required;

/**
 * Collections in the table {@code rag.collections}.
 */
@Repository
class R2dbcCollectionStore implements CollectionStore {

	/**
	 * A key in the form of before there were keepers has no id of what wrapped it, and
	 * gets its place for one.
	 */
	private static final String KEY = """
			coalesce(data_key, 'hilum-rag/1/key/' || id || ' ' ||
			translate(encode(wrapped_key, 'base64'), '+/=' || chr(10), '-_'))""";

	private static final String SELECT = """
			select id, name, description, roles, teams, users, writers, %s as key, created_at, created_by
			from rag.collections where deleted_at is null""".formatted(KEY);

	/**
	 * As the index on them says it.
	 */
	private static final String PERSONAL = "name like '" + CollectionName.PERSONAL + "%'";

	private static final UUID FIRST = new UUID(0, 0);

	private final DatabaseClient database;

	R2dbcCollectionStore(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Flux<DocumentCollection> find(Collection<CollectionName> names) {
		String[] values = names.stream().map(CollectionName::value).toArray(String[]::new);
		return this.database.sql(SELECT + " and name = any($1)")
			.bind(0, values)
			.map(R2dbcCollectionStore::collection)
			.all();
	}

	@Override
	public Mono<DocumentCollection> find(UUID id) {
		return this.database.sql(SELECT + " and id = $1").bind(0, id).map(R2dbcCollectionStore::collection).one();
	}

	@Override
	public Flux<DocumentCollection> all() {
		return this.database.sql(SELECT + " order by name").map(R2dbcCollectionStore::collection).all();
	}

	@Override
	public Flux<DocumentCollection> common() {
		return this.database.sql(SELECT + " and not " + PERSONAL + " order by name")
			.map(R2dbcCollectionStore::collection)
			.all();
	}

	@Override
	public Mono<Long> countPersonal(String subject) {
		return this.database
			.sql("select count(*) from rag.collections where deleted_at is null and created_by = $1 and " + PERSONAL)
			.bind(0, subject)
			.mapValue(Long.class)
			.one();
	}

	@Override
	public Flux<DocumentCollection> unusedPersonal(Instant since, @Nullable DocumentCollection after, int limit) {
		return this.database.sql(SELECT + " and " + PERSONAL + """
				 and created_at < $1 and (created_at, id) > ($2, $3) and not exists
				(select from rag.documents where collection_id = collections.id and documents.created_at >= $1)
				order by created_at, id limit $4""")
			.bind(0, since)
			.bind(1, (after != null) ? after.createdAt() : Instant.EPOCH)
			.bind(2, (after != null) ? after.id() : FIRST)
			.bind(3, limit)
			.map(R2dbcCollectionStore::collection)
			.all();
	}

	@Override
	public Mono<Boolean> lockUnused(UUID id, Instant since) {
		// A statement of its own: it sees what was added while the lock was waited for.
		Mono<Boolean> unused = this.database
			.sql("select not exists (select from rag.documents where collection_id = $1 and created_at >= $2)")
			.bind(0, id)
			.bind(1, since)
			.mapValue(Boolean.class)
			.one();
		return this.database.sql("select 1 from rag.collections where id = $1 and deleted_at is null for update")
			.bind(0, id)
			.mapValue(Integer.class)
			.one()
			.flatMap((locked) -> unused)
			.defaultIfEmpty(false);
	}

	@Override
	public Mono<Boolean> insert(DocumentCollection collection) {
		return this.database.sql("""
				insert into rag.collections
				(id, name, description, roles, teams, users, writers, data_key, created_at, created_by)
				values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
				on conflict (name) where deleted_at is null do nothing""")
			.bind(0, collection.id())
			.bind(1, collection.name().value())
			.bind(2, Parameters.in(R2dbcType.VARCHAR, collection.description()))
			.bind(3, array(collection.access().roles()))
			.bind(4, array(collection.access().teams()))
			.bind(5, array(collection.access().users()))
			.bind(6, array(collection.access().writers()))
			.bind(7, collection.wrappedKey().toText())
			.bind(8, collection.createdAt())
			.bind(9, collection.createdBy())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	@Override
	public Mono<Boolean> update(DocumentCollection collection) {
		return this.database.sql("""
				update rag.collections set description = $2, roles = $3, teams = $4, users = $5, writers = $6
				where id = $1 and deleted_at is null""")
			.bind(0, collection.id())
			.bind(1, Parameters.in(R2dbcType.VARCHAR, collection.description()))
			.bind(2, array(collection.access().roles()))
			.bind(3, array(collection.access().teams()))
			.bind(4, array(collection.access().users()))
			.bind(5, array(collection.access().writers()))
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	@Override
	public Mono<Boolean> rewrap(DocumentCollection collection, WrappedKey wrappedKey) {
		return this.database
			.sql("update rag.collections set data_key = $2, wrapped_key = null where id = $1 and " + KEY + " = $3")
			.bind(0, collection.id())
			.bind(1, wrappedKey.toText())
			.bind(2, collection.wrappedKey().toText())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	@Override
	public Mono<Boolean> delete(UUID id) {
		return this.database.sql("""
				update rag.collections set deleted_at = now(), data_key = null, wrapped_key = null
				where id = $1 and deleted_at is null""")
			.bind(0, id)
			.fetch()
			.rowsUpdated()
			.filter((rows) -> rows == 1)
			.flatMap((rows) -> deleteContent(id).thenReturn(true))
			.defaultIfEmpty(false);
	}

	private Mono<Void> deleteContent(UUID id) {
		Mono<Long> passages = this.database.sql(
				"delete from rag.passages where document_id in (select id from rag.documents where collection_id = $1)")
			.bind(0, id)
			.fetch()
			.rowsUpdated();
		Mono<Long> documents = this.database.sql("""
				update rag.documents set status = 'deleted', title = null, content = null, requester = null,
				updated_at = now(), changed = pg_current_xact_id() where collection_id = $1 and status <> 'deleted'""")
			.bind(0, id)
			.fetch()
			.rowsUpdated();
		// Documents first: a worker that holds one of them must not add passages behind
		// us.
		return documents.then(passages).then();
	}

	private static DocumentCollection collection(Readable row) {
		AccessList access = new AccessList(names(row, "roles"), names(row, "teams"), names(row, "users"),
				names(row, "writers"));
		return new DocumentCollection(required(row, "id", UUID.class),
				new CollectionName(required(row, "name", String.class)), row.get("description", String.class), access,
				WrappedKey.parse(required(row, "key", String.class)), required(row, "created_at", Instant.class),
				required(row, "created_by", String.class));
	}

	private static Set<String> names(Readable row, String column) {
		return Set.of(required(row, column, String[].class));
	}

	private static String[] array(Set<String> names) {
		return names.toArray(String[]::new);
	}

}
