package io.hilum.rag.document;

import java.util.Locale;

/**
 * How far a document is: {@code QUEUED → READING → EMBEDDING → READY}, or {@code FAILED}
 * from any of the first three; a worker that goes silent brings it back to the queue.
 */
public enum DocumentStatus {

	/**
	 * It waits for a worker.
	 */
	QUEUED,

	/**
	 * Its text is being read.
	 */
	READING,

	/**
	 * Its passages are being turned into vectors.
	 */
	EMBEDDING,

	/**
	 * Its passages are found.
	 */
	READY,

	/**
	 * It will not become ready; the reason says why.
	 */
	FAILED;

	/**
	 * The status as it is stored and written on the wire.
	 * @return the name in lower case
	 */
	public String wire() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Read a stored status.
	 * @param wire the name in lower case
	 * @return the status
	 */
	public static DocumentStatus of(String wire) {
		return valueOf(wire.toUpperCase(Locale.ROOT));
	}

}
