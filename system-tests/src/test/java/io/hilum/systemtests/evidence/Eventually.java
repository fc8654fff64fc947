package io.hilum.systemtests.evidence;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Waits for what happens in its own time: events travel over Kafka.
 */
public final class Eventually {

	private static final long POLL_MILLIS = 200;

	private Eventually() {
	}

	/**
	 * The first value that is as it should be, or the last one seen when time is up; the
	 * caller then asserts on it and its message shows what was missing.
	 */
	public static <T> T get(Duration atMost, Supplier<T> value, Predicate<T> asItShouldBe) {
		long deadline = System.nanoTime() + atMost.toNanos();
		T seen = value.get();
		while (!asItShouldBe.test(seen) && System.nanoTime() < deadline) {
			pause(Duration.ofMillis(POLL_MILLIS));
			seen = value.get();
		}
		return seen;
	}

	/**
	 * A value that did not change for a while.
	 */
	public static <T> T settled(Duration calm, Duration atMost, Supplier<T> value) {
		long deadline = System.nanoTime() + atMost.toNanos();
		T seen = value.get();
		// Counted in looks: a machine that stops for seconds is no calm.
		for (long left = looks(calm); left > 0 && System.nanoTime() < deadline; left--) {
			pause(Duration.ofMillis(POLL_MILLIS));
			T now = value.get();
			if (!now.equals(seen)) {
				left = looks(calm) + 1;
			}
			seen = now;
		}
		return seen;
	}

	private static long looks(Duration calm) {
		return Math.ceilDiv(calm.toMillis(), POLL_MILLIS);
	}

	public static void pause(Duration duration) {
		try {
			Thread.sleep(duration);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
