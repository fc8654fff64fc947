package io.hilum.gateway.identity.web;

import java.time.Clock;

/**
 * How many refused logins may enter the audit, so that a flood of them cannot fill the
 * journal and stop the service. A token bucket; thread-safe.
 */
final class RefusalBudget {

	private final int burst;

	private final double perMilli;

	private final Clock clock;

	private double tokens;

	private long filledAt;

	RefusalBudget(int burst, int perSecond, Clock clock) {
		this.burst = burst;
		this.perMilli = perSecond / 1000.0;
		this.clock = clock;
		this.tokens = burst;
		this.filledAt = clock.millis();
	}

	synchronized boolean take() {
		long now = this.clock.millis();
		this.tokens = Math.min(this.burst, this.tokens + Math.max(0, now - this.filledAt) * this.perMilli);
		this.filledAt = now;
		if (this.tokens < 1) {
			return false;
		}
		this.tokens--;
		return true;
	}

}
