package io.hilum.routing.load;

import java.time.Duration;

/**
 * The time to the first token as a moving average that jumps to a worse value at once and
 * forgets by time (peak-EWMA, as Finagle's load balancer has it). Thread-safe.
 */
final class Latency {

	/**
	 * What is read while nothing is known.
	 */
	static final double UNKNOWN = -1;

	private static final double NANOS_PER_MILLI = 1_000_000;

	private final double memoryNanos;

	private double nanos = UNKNOWN;

	private long seenAt;

	Latency(Duration memory) {
		this.memoryNanos = memory.toNanos();
	}

	synchronized void see(long tookNanos, long nowNanos) {
		double keeps = keeps(nowNanos);
		boolean jumps = tookNanos > this.nanos;
		this.nanos = jumps ? tookNanos : this.nanos * keeps + tookNanos * (1 - keeps);
		this.seenAt = nowNanos;
	}

	/**
	 * What is known.
	 * @param nowNanos the time
	 * @return milliseconds, less the longer nothing was seen, or {@link #UNKNOWN}
	 */
	synchronized double millis(long nowNanos) {
		return (this.nanos < 0) ? UNKNOWN : this.nanos * keeps(nowNanos) / NANOS_PER_MILLI;
	}

	private double keeps(long nowNanos) {
		return Math.exp(-Math.max(0, nowNanos - this.seenAt) / this.memoryNanos);
	}

}
