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
		long since = System.nanoTime();
		T seen = value.get();
		while (System.nanoTime() - since < calm.toNanos() && System.nanoTime() < deadline) {
			pause(Duration.ofMillis(POLL_MILLIS));
			T now = value.get();
			if (!now.equals(seen)) {
				since = System.nanoTime();
			}
			seen = now;
		}
		return seen;
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
