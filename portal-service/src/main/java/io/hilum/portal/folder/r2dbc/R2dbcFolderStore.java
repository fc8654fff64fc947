package io.hilum.portal.folder.r2dbc;

import java.time.Instant;
import java.util.UUID;

import io.hilum.portal.folder.FolderStore;
import io.hilum.portal.folder.SealedFolder;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import static io.hilum.trust.row.Columns.required;

/**
 * Folders in the table {@code portal.folders}.
 */
@Repository
class R2dbcFolderStore implements FolderStore {

	private final DatabaseClient database;

	R2dbcFolderStore(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Flux<SealedFolder> list(UUID holder) {
		return this.database
			.sql("select id, name, created_at from portal.folders where holder = $1 order by created_at, id")
			.bind(0, holder)
			.map(R2dbcFolderStore::folder)
			.all();
	}

	@Override
	public Mono<Boolean> insert(UUID holder, SealedFolder folder, int max) {
		return this.database.sql("""
				insert into portal.folders (holder, id, name, created_at) select $1, $2, $3, $4
				where (select count(*) from portal.folders where holder = $1) < $5""")
			.bind(0, holder)
			.bind(1, folder.id())
			.bind(2, folder.name())
			.bind(3, folder.createdAt())
			.bind(4, max)
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	@Override
	public Mono<SealedFolder> rename(UUID holder, UUID id, byte[] name) {
		return this.database
			.sql("update portal.folders set name = $3 where holder = $1 and id = $2 returning id, name, created_at")
			.bind(0, holder)
			.bind(1, id)
			.bind(2, name)
			.map(R2dbcFolderStore::folder)
			.one();
	}

	@Override
	public Mono<Boolean> delete(UUID holder, UUID id) {
		return this.database.sql("delete from portal.folders where holder = $1 and id = $2")
			.bind(0, holder)
			.bind(1, id)
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	private static SealedFolder folder(Readable row) {
		return new SealedFolder(required(row, "id", UUID.class), required(row, "name", byte[].class),
				required(row, "created_at", Instant.class));
	}

}
