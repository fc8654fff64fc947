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

	private final int together;

	private int done;

	private volatile @Nullable Exception failure;

	InFlight(EventJournal journal, int max) {
		this.journal = journal;
		this.room = new Semaphore(max);
		this.together = Math.max(1, max / 8);
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

	/**
	 * Note that Kafka has an entry. The journal is told of many together, since it writes
	 * to a file each time: when there are enough, or with {@link #advance()}.
	 */
	void acknowledge(Delivery delivery) {
		synchronized (this.deliveries) {
			delivery.done = true;
			this.done++;
			if (this.done >= this.together) {
				advance();
			}
		}
	}

	/**
	 * Tell the journal how far Kafka has everything.
	 */
	void advance() {
		synchronized (this.deliveries) {
			int entries = 0;
			PendingEntry last = null;
			for (Delivery head = this.deliveries.peekFirst(); head != null
					&& head.done; head = this.deliveries.peekFirst()) {
				last = this.deliveries.removeFirst().entry;
				entries++;
			}
			if (last != null) {
				this.done -= entries;
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
