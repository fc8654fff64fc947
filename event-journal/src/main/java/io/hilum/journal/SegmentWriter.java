package io.hilum.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * Appends to one segment. A plain file and not a channel, since an interrupt of a calling
 * thread would close a channel for everyone.
 */
final class SegmentWriter implements Closeable {

	private final Segment segment;

	private final RandomAccessFile file;

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
		this.file.getFD().sync();
	}

	@Override
	public void close() throws IOException {
		this.file.close();
	}

}
