package io.hilum.routing.cache;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Which wordings this replica has an answer for, and under which key. It has vectors and
 * keys and no text; answers stay where all are. Thread-safe.
 */
public final class Wordings {

	private final Map<String, Set<Entry>> byFrame = new HashMap<>();

	private final Deque<Entry> oldestFirst = new ArrayDeque<>();

	private final int most;

	private final LongSupplier nanos;

	/**
	 * Know none.
	 * @param most how many may be known; then the oldest is forgotten
	 * @param nanos a clock that never goes back, in nanoseconds
	 */
	public Wordings(int most, LongSupplier nanos) {
		this.most = most;
		this.nanos = nanos;
	}

	/**
	 * Find the nearest wording.
	 * @param wording the wording
	 * @param threshold how near it must be
	 * @return the key of its answer, or {@code null} if none is near enough
	 */
	public synchronized @Nullable CacheKey nearest(Wording wording, double threshold) {
		long now = this.nanos.getAsLong();
		CacheKey found = null;
		double best = threshold;
		for (Entry entry : this.byFrame.getOrDefault(wording.frame(), Set.of())) {
			double near = (entry.expires() - now > 0) ? entry.wording().near(wording) : -1;
			if (near >= best) {
				best = near;
				found = entry.key();
			}
		}
		return found;
	}

	/**
	 * Learn a wording.
	 * @param wording the wording
	 * @param key the key of its answer
	 * @param ttl for how long the answer is kept
	 */
	public synchronized void learn(Wording wording, CacheKey key, Duration ttl) {
		long now = this.nanos.getAsLong();
		Entry entry = new Entry(wording, key, now + ttl.toNanos());
		this.byFrame.computeIfAbsent(wording.frame(), (frame) -> new HashSet<>()).add(entry);
		this.oldestFirst.add(entry);
		Entry oldest = this.oldestFirst.peek();
		while (oldest != null && (this.oldestFirst.size() > this.most || oldest.expires() - now <= 0)) {
			forget(this.oldestFirst.remove());
			oldest = this.oldestFirst.peek();
		}
	}

	private void forget(Entry entry) {
		this.byFrame.computeIfPresent(entry.wording().frame(), (frame, entries) -> {
			entries.remove(entry);
			return entries.isEmpty() ? null : entries;
		});
	}

	synchronized int size() {
		return this.oldestFirst.size();
	}

	/**
	 * A wording that is known. Each is its own, whatever it has in it.
	 */
	private static final class Entry {

		private final Wording wording;

		private final CacheKey key;

		private final long expires;

		Entry(Wording wording, CacheKey key, long expires) {
			this.wording = wording;
			this.key = key;
			this.expires = expires;
		}

		Wording wording() {
			return this.wording;
		}

		CacheKey key() {
			return this.key;
		}

		long expires() {
			return this.expires;
		}

	}

}
