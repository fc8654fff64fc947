package io.hilum.systemtests.invariants;

/**
 * One request, as its client saw it end.
 *
 * @param question its number, which stands in the text and in the answer
 * @param keyId the key it was asked with
 * @param team whose key that is
 * @param requestId the id that the gateway gave it, or nothing if no answer came
 * @param status the status, or 0 if no answer came
 * @param result how the answer was
 * @param retryKey the key under which it may be asked again, or nothing
 * @param answer a hash of what was answered
 */
public record Asked(long question, String keyId, String team, String requestId, int status, Result result,
		String retryKey, String answer) {

	boolean answered() {
		return this.result == Result.WHOLE;
	}

	/**
	 * How an answer was.
	 */
	public enum Result {

		/** All that was to be said, and said to be all. */
		WHOLE,
		/** An error, before any text. */
		REFUSED,
		/** It ended in the middle, and said so or broke. */
		BROKEN,
		/** It was said to be whole and was not what was asked for. */
		WRONG

	}

}
