package io.hilum.journal;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Forces written frames to the disk; callers that wait at the same time share one write.
 * Thread-safe.
 */
final class DiskSync {

	private final ReentrantLock lock = new ReentrantLock();

	private volatile long written;

	private long synced;

	/**
	 * Note that another frame was written. Called under the lock of the journal.
	 * @return the ticket of the frame
	 */
	long noteWrite() {
		long ticket = this.written + 1;
		this.written = ticket;
		return ticket;
	}

	/**
	 * Force everything up to a ticket to the disk.
	 * @param ticket the ticket
	 * @param file what forces the files
	 */
	void upTo(long ticket, Sync file) throws IOException {
		this.lock.lock();
		try {
			if (this.synced >= ticket) {
				return;
			}
			long covered = this.written;
			file.sync();
			this.synced = covered;
		}
		finally {
			this.lock.unlock();
		}
	}

	void all(Sync file) throws IOException {
		upTo(written(), file);
	}

	long written() {
		return this.written;
	}

	/**
	 * Forces a file to the disk.
	 */
	interface Sync {

		void sync() throws IOException;

	}

}
