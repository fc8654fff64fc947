package io.hilum.trust.id;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes identifiers of version 7 (RFC 9562 section 5.7): a time in milliseconds and 74
 * random bits, which keeps new rows of an index beside each other. Thread-safe as far as
 * its generator is.
 */
public final class TimeOrderedIds {

	private static final long VERSION = 0x7000L;

	private static final long VARIANT = 0x8000_0000_0000_0000L;

	private final Clock clock;

	private final RandomGenerator random;

	/**
	 * Create a source of identifiers.
	 * @param clock the time in them
	 * @param random the rest of them; it must not be guessable
	 */
	public TimeOrderedIds(Clock clock, RandomGenerator random) {
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Make an identifier.
	 * @return the identifier
	 */
	public UUID next() {
		long high = (this.clock.millis() << 16) | VERSION | (this.random.nextLong() & 0x0FFFL);
		long low = VARIANT | (this.random.nextLong() >>> 2);
		return new UUID(high, low);
	}

}
