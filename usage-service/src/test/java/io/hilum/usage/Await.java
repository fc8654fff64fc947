package io.hilum.usage;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Waits for what happens in its own time.
 */
public final class Await {

	private static final Duration PATIENCE = Duration.ofSeconds(120);

	private Await() {
	}

	/**
	 * Wait until something holds.
	 * @param what what
	 * @param condition whether it holds
	 */
	public static void until(String what, Callable<Boolean> condition) {
		until(PATIENCE, what, condition);
	}

	/**
	 * Wait until something holds that may take longer.
	 * @param atMost for how long
	 * @param what what
	 * @param condition whether it holds
	 */
	public static void until(Duration atMost, String what, Callable<Boolean> condition) {
		long deadline = System.nanoTime() + atMost.toNanos();
		try {
			while (!condition.call()) {
				if (System.nanoTime() > deadline) {
					throw new AssertionError("not within " + atMost + ": " + what);
				}
				Thread.sleep(50);
			}
		}
		catch (AssertionError ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException(what, ex);
		}
	}

}
