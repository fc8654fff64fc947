package io.hilum.routing.tokens;

/**
 * Counts for where a provider gave none.
 */
public final class Estimate {

	private static final int BYTES_PER_TOKEN = 4;

	private static final int BATCHED = 12;

	private Estimate() {
	}

	/**
	 * The likely input of a body.
	 * @param bytes its length
	 * @return the number of tokens
	 */
	public static long input(long bytes) {
		return Math.ceilDiv(bytes, BYTES_PER_TOKEN);
	}

	/**
	 * The most that the input of a body can be: no token is shorter than a byte.
	 * @param bytes its length
	 * @return the number of tokens
	 */
	public static long mostInput(long bytes) {
		return bytes;
	}

	/**
	 * The likely output of what was streamed. Providers send a token per event; where
	 * events are longer than tokens are, they are sent in batches.
	 * @param events how many events carried text
	 * @param bytes how much text that was
	 * @return the number of tokens
	 */
	public static long output(long events, long bytes) {
		return (bytes > BATCHED * events) ? Math.ceilDiv(bytes, BYTES_PER_TOKEN) : events;
	}

}
