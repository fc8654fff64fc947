package io.hilum.portal.profile.r2dbc;

import java.util.UUID;

import io.hilum.portal.profile.PreferenceStore;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import static io.hilum.trust.row.Columns.required;

/**
 * Preferences in the table {@code portal.preferences}.
 */
@Repository
class R2dbcPreferenceStore implements PreferenceStore {

	private final DatabaseClient database;

	R2dbcPreferenceStore(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Mono<byte[]> find(UUID holder) {
		return this.database.sql("select content from portal.preferences where holder = $1")
			.bind(0, holder)
			.map((row) -> required(row, "content", byte[].class))
			.one();
	}

	@Override
	public Mono<Void> put(UUID holder, byte[] sealed) {
		return this.database.sql("""
				insert into portal.preferences (holder, content) values ($1, $2)
				on conflict (holder) do update set content = excluded.content""")
			.bind(0, holder)
			.bind(1, sealed)
			.then();
	}

}
