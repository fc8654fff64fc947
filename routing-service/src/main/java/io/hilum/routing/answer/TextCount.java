package io.hilum.routing.answer;

import io.hilum.routing.tokens.Estimate;

/**
 * Counts the text of a stream. Not thread-safe.
 */
final class TextCount {

	private long events;

	private long bytes;

	/**
	 * Count a JSON string.
	 * @param source where it is
	 * @param value its opening quote, or another value that is not counted
	 * @param end where the event ends
	 */
	void add(byte[] source, int value, int end) {
		if (source[value] != '"') {
			return;
		}
		int length = JsonWalk.endOfString(source, value + 1, end) - value - 1;
		if (length > 0) {
			this.events++;
			this.bytes += length;
		}
	}

	long tokens() {
		return Estimate.output(this.events, this.bytes);
	}

}
