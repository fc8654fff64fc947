package io.hilum.portal.holder.r2dbc;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import io.hilum.portal.holder.HolderKind;
import io.hilum.portal.holder.HolderStore;
import io.hilum.portal.holder.SealedHolder;
import io.hilum.trust.seal.WrappedKey;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import static io.hilum.trust.row.Columns.required;

/**
 * Holders in the table {@code portal.holders}.
 */
@Repository
class R2dbcHolderStore implements HolderStore {

	private static final String SELECT = "select id, kind, name, data_key, index_key, created_at from portal.holders";

	private final DatabaseClient database;

	R2dbcHolderStore(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Mono<SealedHolder> find(HolderKind kind, String name) {
		return this.database.sql(SELECT + " where kind = $1 and name = $2")
			.bind(0, kind.wire())
			.bind(1, name)
			.map(R2dbcHolderStore::holder)
			.one();
	}

	@Override
	public Mono<SealedHolder> find(UUID id) {
		return this.database.sql(SELECT + " where id = $1").bind(0, id).map(R2dbcHolderStore::holder).one();
	}

	@Override
	public Flux<SealedHolder> all() {
		return this.database.sql(SELECT).map(R2dbcHolderStore::holder).all();
	}

	@Override
	public Mono<Boolean> insert(SealedHolder holder) {
		return this.database.sql("""
				insert into portal.holders (id, kind, name, data_key, index_key, created_at)
				values ($1, $2, $3, $4, $5, $6) on conflict (kind, name) do nothing""")
			.bind(0, holder.id())
			.bind(1, holder.kind().wire())
			.bind(2, holder.name())
			.bind(3, holder.key().toText())
			.bind(4, holder.indexKey())
			.bind(5, holder.createdAt())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	@Override
	public Mono<Boolean> rewrap(SealedHolder holder, WrappedKey key) {
		return this.database.sql("update portal.holders set data_key = $2 where id = $1 and data_key = $3")
			.bind(0, holder.id())
			.bind(1, key.toText())
			.bind(2, holder.key().toText())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	private static SealedHolder holder(Readable row) {
		return new SealedHolder(required(row, "id", UUID.class),
				HolderKind.valueOf(required(row, "kind", String.class).toUpperCase(Locale.ROOT)),
				required(row, "name", String.class), WrappedKey.parse(required(row, "data_key", String.class)),
				required(row, "index_key", byte[].class), required(row, "created_at", Instant.class));
	}

}
