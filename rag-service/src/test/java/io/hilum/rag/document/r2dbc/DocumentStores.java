package io.hilum.rag.document.r2dbc;

import io.hilum.rag.document.DocumentStore;
import io.hilum.rag.document.PassageStore;
import io.hilum.rag.postgres.RagDatabase;

/**
 * The stores of this package for the tests of others.
 */
public final class DocumentStores {

	private DocumentStores() {
	}

	/**
	 * Documents in a database.
	 * @param database the database
	 * @return the documents
	 */
	public static DocumentStore documents(RagDatabase database) {
		return new R2dbcDocumentStore(database.client(), database.transaction());
	}

	/**
	 * Passages in a database.
	 * @param database the database
	 * @return the passages
	 */
	public static PassageStore passages(RagDatabase database) {
		return new R2dbcPassageStore(database.client());
	}

}
