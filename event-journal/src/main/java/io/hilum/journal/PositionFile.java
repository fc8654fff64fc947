package io.hilum.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Keeps the place up to which everything is published. A torn or lost file means that
 * entries are published again, never that one is left out.
 */
final class PositionFile implements Closeable {

	private static final int CONTENT_BYTES = 2 * Long.BYTES;

	private final RandomAccessFile file;

	private final byte[] bytes = new byte[CONTENT_BYTES + Integer.BYTES];

	PositionFile(Path directory) throws IOException {
		this.file = new RandomAccessFile(directory.resolve("acknowledged").toFile(), "rw");
	}

	JournalPosition read() throws IOException {
		if (this.file.length() != this.bytes.length) {
			return JournalPosition.START;
		}
		this.file.seek(0);
		this.file.readFully(this.bytes);
		ByteBuffer content = ByteBuffer.wrap(this.bytes);
		JournalPosition position = new JournalPosition(content.getLong(), content.getLong());
		return (content.getInt() == Frame.crc(this.bytes, 0, CONTENT_BYTES)) ? position : JournalPosition.START;
	}

	void write(JournalPosition position) throws IOException {
		ByteBuffer content = ByteBuffer.wrap(this.bytes).putLong(position.segment()).putLong(position.offset());
		content.putInt(Frame.crc(this.bytes, 0, CONTENT_BYTES));
		this.file.seek(0);
		this.file.write(this.bytes);
	}

	@Override
	public void close() throws IOException {
		this.file.close();
	}

}
