package io.hilum.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that goes on only when it is told to.
 */
public final class MutableClock extends Clock {

	private volatile Instant now;

	/**
	 * Create a clock.
	 * @param now what it shows
	 */
	public MutableClock(Instant now) {
		this.now = now;
	}

	/**
	 * Go on.
	 * @param duration for how long
	 */
	public void advance(Duration duration) {
		this.now = this.now.plus(duration);
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

	@Override
	public Instant instant() {
		return this.now;
	}

}
