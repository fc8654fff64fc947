package io.hilum.rag.observe;

/**
 * The timers of this service. Each has the label {@code outcome}: {@code ok},
 * {@code cancelled} or the code of the problem.
 */
public enum RagMeter {

	/**
	 * A search. Alert when the 95th percentile of {@code ok} is above a second.
	 */
	SEARCH("hilum.rag.search", "Searches from the request to the passages"),

	/**
	 * A document from the queue to the index. Alert when {@code time_limit},
	 * {@code unsafe} or {@code embedding_failed} grow.
	 */
	INGEST("hilum.rag.ingest", "Documents from the queue to the index"),

	/**
	 * A batch of texts turned into vectors.
	 */
	EMBED("hilum.rag.embed", "Batches of texts turned into vectors");

	private final String meterName;

	private final String description;

	RagMeter(String meterName, String description) {
		this.meterName = meterName;
		this.description = description;
	}

	String meterName() {
		return this.meterName;
	}

	String description() {
		return this.description;
	}

}
