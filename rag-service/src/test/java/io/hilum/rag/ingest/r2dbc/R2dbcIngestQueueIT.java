package io.hilum.rag.ingest.r2dbc;

import java.util.UUID;

import io.hilum.rag.document.r2dbc.DocumentStores;
import io.hilum.rag.ingest.IngestQueueContract;
import io.hilum.rag.postgres.RagDatabase;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link R2dbcIngestQueue}.
 */
class R2dbcIngestQueueIT extends IngestQueueContract {

	@Override
	protected Stores stores() {
		RagDatabase database = RagDatabase.create();
		UUID collection = UUID.randomUUID();
		assertThat(database.client()
			.sql("""
					insert into rag.collections
					(id, name, roles, teams, users, writers, wrapped_key, created_at, created_by)
					values ($1, 'guidelines', '{}', '{}', '{}', '{}', 'x', now(), 'ada')""")
			.bind(0, collection)
			.fetch()
			.rowsUpdated()
			.block()).isEqualTo(1);
		return new Stores(new R2dbcIngestQueue(database.client(), database.transaction(), JsonMapper.shared()),
				DocumentStores.documents(database), DocumentStores.passages(database), collection);
	}

}
