package io.hilum.journal.kafka;

import java.time.Duration;

/**
 * How the relay publishes.
 *
 * @param maxInFlight how many entries may be sent and not yet acknowledged
 * @param backOff the pause after the first failure
 * @param maxBackOff the longest pause; each failure doubles it up to here
 * @param drain how long closing waits for what is pending
 * @param gather how long entries may gather before they are sent together
 */
public record RelaySettings(int maxInFlight, Duration backOff, Duration maxBackOff, Duration drain, Duration gather) {

	/**
	 * A thousand entries in flight, pauses from 100 ms to 10 s, five seconds to drain, 50
	 * ms to gather.
	 */
	public static final RelaySettings DEFAULTS = new RelaySettings(1000, Duration.ofMillis(100), Duration.ofSeconds(10),
			Duration.ofSeconds(5), Duration.ofMillis(50));

	public RelaySettings {
		if (maxInFlight < 1) {
			throw new IllegalArgumentException("maxInFlight must be positive, is " + maxInFlight);
		}
		if (!backOff.isPositive() || maxBackOff.compareTo(backOff) < 0) {
			throw new IllegalArgumentException("backOff must be positive and at most maxBackOff");
		}
		if (gather.isNegative()) {
			throw new IllegalArgumentException("gather must not be negative, is " + gather);
		}
	}

}
