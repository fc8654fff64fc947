package io.hilum.routing.metering;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Makes ids that sort by time (UUID version 7, RFC 9562 section 5.7).
 */
public final class UsageIds {

	private final Clock clock;

	private final Supplier<? extends RandomGenerator> random;

	public UsageIds(Clock clock, Supplier<? extends RandomGenerator> random) {
		this.clock = clock;
		this.random = random;
	}

	/**
	 * The next id.
	 * @return the id
	 */
	public String next() {
		RandomGenerator generator = this.random.get();
		long high = (this.clock.millis() << 16) | 0x7000 | (generator.nextInt() & 0xFFF);
		long low = (generator.nextLong() >>> 2) | (1L << 63);
		return new UUID(high, low).toString();
	}

}
