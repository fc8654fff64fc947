package io.hilum.rag.audit;

import java.util.Locale;

/**
 * What is recorded here. Searches are recorded by the gateway, with the request that they
 * belong to.
 */
public enum AuditAction {

	/**
	 * A collection was made.
	 */
	COLLECTION_CREATED,

	/**
	 * The description or the access list of a collection was changed.
	 */
	COLLECTION_CHANGED,

	/**
	 * A collection and its key were deleted.
	 */
	COLLECTION_DELETED,

	/**
	 * A personal collection and its key were deleted because its time was over.
	 */
	COLLECTION_EXPIRED,

	/**
	 * A document was taken in.
	 */
	DOCUMENT_UPLOADED,

	/**
	 * A document and its passages were deleted.
	 */
	DOCUMENT_DELETED;

	/**
	 * The action as it is written in the event.
	 * @return such as {@code collection.created}
	 */
	public String wire() {
		return name().toLowerCase(Locale.ROOT).replace('_', '.');
	}

}
