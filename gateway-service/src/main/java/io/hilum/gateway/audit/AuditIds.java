package io.hilum.gateway.audit;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

import org.springframework.stereotype.Component;

/**
 * Makes ids of events: UUIDs of version 7 (RFC 9562), which sort by time.
 */
@Component
public final class AuditIds {

	private final Clock clock;

	private final RandomGenerator random;

	/**
	 * Create a maker of ids.
	 * @param clock the clock
	 * @param random the source of chance
	 */
	public AuditIds(Clock clock, RandomGenerator random) {
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Make an id.
	 * @return the id
	 */
	public String next() {
		long high = (this.clock.millis() << 16) | 0x7000L | (this.random.nextInt() & 0x0fffL);
		long low = (this.random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
		return new UUID(high, low).toString();
	}

}
