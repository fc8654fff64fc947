package io.hilum.usage.ledger;

import org.jspecify.annotations.Nullable;

/**
 * How long a request took.
 *
 * @param firstTokenMillis until the first token of a stream
 * @param totalMillis in all
 * @param overheadMillis of it, what the suite itself took
 */
public record Timing(@Nullable Long firstTokenMillis, long totalMillis, long overheadMillis) {

	public Timing {
		Bounds.notNegative(totalMillis, overheadMillis, (firstTokenMillis != null) ? firstTokenMillis : 0);
	}

}
