package io.hilum.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Reads the frames of one segment in order, in large blocks. Not thread-safe.
 */
final class SegmentReader implements Closeable {

	private static final int BLOCK_BYTES = 64 * 1024;

	private final RandomAccessFile file;

	private byte[] block = new byte[BLOCK_BYTES];

	private long blockStart;

	private int blockLength;

	private long offset;

	SegmentReader(Path path, long offset) throws IOException {
		this.file = new RandomAccessFile(path.toFile(), "r");
		this.blockStart = offset;
		this.offset = offset;
	}

	/**
	 * The next payload; it is valid until the next call.
	 * @param limit where the segment ends, in bytes
	 * @return the payload or {@code null} if no whole and right frame lies before the
	 * limit
	 */
	@Nullable ByteBuffer next(long limit) throws IOException {
		if (limit - this.offset < Frame.HEADER_BYTES) {
			return null;
		}
		ByteBuffer header = load(Frame.HEADER_BYTES, limit);
		int length = header.getInt();
		int crc = header.getInt();
		if (length <= 0 || length > Frame.MAX_PAYLOAD_BYTES || limit - this.offset - Frame.HEADER_BYTES < length) {
			return null;
		}
		ByteBuffer frame = load(Frame.HEADER_BYTES + length, limit);
		frame.position(frame.position() + Frame.HEADER_BYTES);
		if (Frame.crc(frame.array(), frame.position(), length) != crc) {
			return null;
		}
		this.offset += Frame.HEADER_BYTES + length;
		return frame;
	}

	/**
	 * Where the next frame begins.
	 * @return the offset in bytes
	 */
	long offset() {
		return this.offset;
	}

	private ByteBuffer load(int length, long limit) throws IOException {
		if (this.offset + length > this.blockStart + this.blockLength) {
			if (length > this.block.length) {
				this.block = new byte[length];
			}
			this.blockLength = (int) Math.min(this.block.length, limit - this.offset);
			this.blockStart = this.offset;
			this.file.seek(this.offset);
			this.file.readFully(this.block, 0, this.blockLength);
		}
		return ByteBuffer.wrap(this.block, (int) (this.offset - this.blockStart), length);
	}

	@Override
	public void close() throws IOException {
		this.file.close();
	}

}
