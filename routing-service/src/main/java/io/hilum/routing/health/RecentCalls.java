package io.hilum.routing.health;

import java.time.Instant;
import java.util.Arrays;

/**
 * Counts the calls of the last minutes, minute by minute. Thread-safe.
 */
final class RecentCalls {

	private static final long SECONDS = 60;

	private final Recent[] minutes = new Recent[Recent.MINUTES];

	private final long[] begun = new long[Recent.MINUTES];

	RecentCalls() {
		Arrays.fill(this.minutes, Recent.NONE);
		Arrays.fill(this.begun, Long.MIN_VALUE);
	}

	synchronized void add(Outcome outcome, Instant now) {
		long minute = minuteOf(now);
		int at = Math.floorMod(minute, Recent.MINUTES);
		Recent before = (this.begun[at] == minute) ? this.minutes[at] : Recent.NONE;
		this.minutes[at] = before.and(outcome);
		this.begun[at] = minute;
	}

	synchronized Recent at(Instant now) {
		long oldest = minuteOf(now) - Recent.MINUTES;
		Recent all = Recent.NONE;
		for (int i = 0; i < Recent.MINUTES; i++) {
			all = (this.begun[i] > oldest) ? all.and(this.minutes[i]) : all;
		}
		return all;
	}

	private static long minuteOf(Instant time) {
		return Math.floorDiv(time.getEpochSecond(), SECONDS);
	}

}
