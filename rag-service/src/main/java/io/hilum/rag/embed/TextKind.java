package io.hilum.rag.embed;

/**
 * What a text is, since models are told and since a question does not wait for documents.
 */
public enum TextKind {

	/**
	 * A question that somebody waits for.
	 */
	QUERY,

	/**
	 * A passage of a document.
	 */
	PASSAGE

}
