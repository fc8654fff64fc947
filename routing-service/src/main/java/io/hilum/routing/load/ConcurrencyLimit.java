package io.hilum.routing.load;

/**
 * How many calls at once a deployment takes, found out by additive increase and
 * multiplicative decrease, as TCP does it. The signal is that the provider says it is
 * overloaded (503, 529, or 429 without saying when to come again) or does not answer in
 * time. Latency is no signal here, as it is in Vegas or Gradient: a model's answers
 * differ a hundredfold by length, so that their times say nothing about the queue.
 * Thread-safe.
 */
final class ConcurrencyLimit {

	private static final double DECREASE = 0.8;

	private final int min;

	private final int max;

	private double limit;

	private long decreasedAt = Long.MIN_VALUE;

	ConcurrencyLimit(LoadProperties properties) {
		this.min = properties.minConcurrency();
		this.max = properties.maxConcurrency();
		this.limit = properties.initialConcurrency();
	}

	synchronized int limit() {
		return (int) this.limit;
	}

	/**
	 * A call went well. A limit that is not half used is not tested by it.
	 * @param inFlight how many calls there were
	 */
	synchronized void onSuccess(int inFlight) {
		if (inFlight * 2 >= this.limit) {
			this.limit = Math.min(this.max, this.limit + 1);
		}
	}

	/**
	 * A call met an overloaded deployment. What counts is how many calls it really had,
	 * not how many it was thought to take. Calls that were begun before the last decrease
	 * say nothing that it did not say.
	 * @param inFlight how many calls there were
	 * @param startedAt when the call was begun, in nanoseconds
	 * @param nowNanos the time
	 */
	synchronized void onOverload(int inFlight, long startedAt, long nowNanos) {
		if (this.decreasedAt == Long.MIN_VALUE || startedAt - this.decreasedAt >= 0) {
			this.limit = Math.max(this.min, Math.min(this.limit, inFlight) * DECREASE);
			this.decreasedAt = nowNanos;
		}
	}

}
