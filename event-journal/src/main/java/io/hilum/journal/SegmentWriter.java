package io.hilum.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.SyncFailedException;

/**
 * Appends to one segment. A plain file and not a channel, since an interrupt of a calling
 * thread would close a channel for everyone.
 */
final class SegmentWriter implements Closeable {

	private final Segment segment;

	private final RandomAccessFile file;

	private volatile boolean sealed;

	SegmentWriter(Segment segment) throws IOException {
		this.segment = segment;
		this.file = new RandomAccessFile(segment.path().toFile(), "rw");
	}

	Segment segment() {
		return this.segment;
	}

	void write(byte[] frame) throws IOException {
		try {
			this.file.write(frame);
			this.segment.grow(frame.length);
		}
		catch (IOException ex) {
			this.file.setLength(this.segment.length());
			this.file.seek(this.segment.length());
			throw ex;
		}
	}

	void sync() throws IOException {
		try {
			this.file.getFD().sync();
		}
		catch (SyncFailedException ex) {
			if (!this.sealed) {
				throw ex;
			}
		}
	}

	/**
	 * Close the file for good. It is synchronised by now where that matters, so that a
	 * {@link #sync()} that comes later has nothing left to do.
	 */
	void seal() throws IOException {
		this.sealed = true;
		close();
	}

	@Override
	public void close() throws IOException {
		this.file.close();
	}

}
