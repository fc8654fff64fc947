package io.hilum.usage;

import java.lang.management.ManagementFactory;

/**
 * Looks at the heap of this process ten times a second, and once in fifty looks collects
 * what is garbage first.
 */
final class HeapWatch implements AutoCloseable {

	private static final int LOOKS = 50;

	private final long before = collected();

	private final Thread thread;

	private volatile boolean closed;

	private volatile long most;

	private volatile long mostCollected;

	private HeapWatch() {
		this.thread = Thread.ofPlatform().daemon().name("heap-watch").unstarted(this::look);
	}

	static HeapWatch start() {
		HeapWatch watch = new HeapWatch();
		watch.thread.start();
		return watch;
	}

	static long used() {
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	private static long collected() {
		System.gc();
		return used();
	}

	private void look() {
		for (int i = 1; !this.closed; i++) {
			this.most = Math.max(this.most, used());
			if (i % LOOKS == 0) {
				this.mostCollected = Math.max(this.mostCollected, collected());
			}
			pause();
		}
	}

	private static void pause() {
		try {
			Thread.sleep(100);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * How much more was in use after a collection than before all.
	 * @return bytes, not negative
	 */
	long grown() {
		return Math.max(0, this.mostCollected - this.before);
	}

	@Override
	public void close() {
		this.closed = true;
		try {
			this.thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public String toString() {
		return "heap " + (this.before >> 20) + " MiB before, " + (this.most >> 20) + " at most, "
				+ (this.mostCollected >> 20) + " after a collection";
	}

}
