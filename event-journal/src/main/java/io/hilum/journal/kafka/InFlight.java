package io.hilum.journal.kafka;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.hilum.journal.EventJournal;
import io.hilum.journal.PendingEntry;
import org.jspecify.annotations.Nullable;

/**
 * The entries that were sent and not yet acknowledged, in order. The journal learns of
 * the longest prefix without a gap. Thread-safe: sent by one thread, acknowledged by
 * another.
 */
final class InFlight {

	private final EventJournal journal;

	private final Semaphore room;

	private final Deque<Delivery> deliveries = new ArrayDeque<>();

	private volatile @Nullable Exception failure;

	InFlight(EventJournal journal, int max) {
		this.journal = journal;
		this.room = new Semaphore(max);
	}

	boolean awaitRoom(Duration timeout) throws InterruptedException {
		if (!this.room.tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
			return false;
		}
		this.room.release();
		return true;
	}

	Delivery add(PendingEntry entry) {
		this.room.acquireUninterruptibly();
		Delivery delivery = new Delivery(entry);
		synchronized (this.deliveries) {
			this.deliveries.addLast(delivery);
		}
		return delivery;
	}

	/**
	 * Take back the last delivery, which the producer did not take.
	 */
	void removeLast() {
		synchronized (this.deliveries) {
			this.deliveries.removeLast();
		}
		this.room.release();
	}

	void acknowledge(Delivery delivery) {
		synchronized (this.deliveries) {
			delivery.done = true;
			int entries = 0;
			PendingEntry last = null;
			for (Delivery head = this.deliveries.peekFirst(); head != null
					&& head.done; head = this.deliveries.peekFirst()) {
				last = this.deliveries.removeFirst().entry;
				entries++;
			}
			if (last != null) {
				this.journal.acknowledge(last, entries);
				this.room.release(entries);
			}
		}
	}

	void fail(Exception reason) {
		this.failure = reason;
	}

	@Nullable Exception failure() {
		return this.failure;
	}

	boolean isEmpty() {
		synchronized (this.deliveries) {
			return this.deliveries.isEmpty();
		}
	}

	/**
	 * One entry on its way. Mutable and guarded by the lock of its collection.
	 */
	static final class Delivery {

		private final PendingEntry entry;

		private boolean done;

		private Delivery(PendingEntry entry) {
			this.entry = entry;
		}

	}

}
