package io.hilum.rag.collection.r2dbc;

import io.hilum.rag.collection.CollectionStore;
import io.hilum.rag.collection.CollectionStoreContract;
import io.hilum.rag.postgres.RagDatabase;

/**
 * Tests for {@link R2dbcCollectionStore}.
 */
class R2dbcCollectionStoreIT extends CollectionStoreContract {

	@Override
	protected CollectionStore store() {
		return new R2dbcCollectionStore(RagDatabase.create().client());
	}

}
