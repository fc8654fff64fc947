package io.hilum.routing.cache;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;

/**
 * How much one replica may have in the cache. What was put there counts until it expires.
 */
final class Allowance {

	/**
	 * What an entry needs beside its bytes; bounds the number of entries too.
	 */
	private static final long OVERHEAD = 512;

	private final long most;

	private final LongSupplier nanos;

	private final PriorityQueue<Entry> entries = new PriorityQueue<>(Comparator.comparingLong(Entry::expires));

	private long used;

	Allowance(long most, LongSupplier nanos) {
		this.most = most;
		this.nanos = nanos;
	}

	/**
	 * Take room for an entry.
	 * @param bytes its length
	 * @param ttl how long it stays
	 * @return {@code false} if there is no room
	 */
	synchronized boolean take(long bytes, Duration ttl) {
		long now = this.nanos.getAsLong();
		giveBackExpired(now);
		long size = bytes + OVERHEAD;
		if (this.used + size > this.most) {
			return false;
		}
		this.used += size;
		this.entries.add(new Entry(now + ttl.toNanos(), size));
		return true;
	}

	private void giveBackExpired(long now) {
		Entry first = this.entries.peek();
		while (first != null && first.expires() <= now) {
			this.used -= first.size();
			this.entries.remove();
			first = this.entries.peek();
		}
	}

	/**
	 * Room that is taken.
	 *
	 * @param expires until when, in nanoseconds of the clock
	 * @param size how much
	 */
	private record Entry(long expires, long size) {

	}

}
