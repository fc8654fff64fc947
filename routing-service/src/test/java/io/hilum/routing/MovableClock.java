package io.hilum.routing;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that a test moves.
 */
public final class MovableClock extends Clock {

	private volatile Instant now;

	/**
	 * Create a clock.
	 * @param now the time that it shows
	 */
	public MovableClock(Instant now) {
		this.now = now;
	}

	/**
	 * Move it on.
	 * @param seconds by how much
	 */
	public void advance(long seconds) {
		this.now = this.now.plusSeconds(seconds);
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return ((InstantSource) this::instant).withZone(zone);
	}

}
