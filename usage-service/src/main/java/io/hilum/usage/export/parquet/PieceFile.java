package io.hilum.usage.export.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * A file that is nowhere: its bytes are taken while it grows. Not thread-safe.
 */
final class PieceFile extends PositionOutputStream implements OutputFile {

	private ByteArrayOutputStream piece = new ByteArrayOutputStream();

	private long taken;

	/**
	 * Take what was written since.
	 * @return the bytes, none if nothing was
	 */
	ByteBuffer take() {
		ByteBuffer bytes = ByteBuffer.wrap(this.piece.toByteArray());
		this.taken += bytes.remaining();
		this.piece = new ByteArrayOutputStream();
		return bytes;
	}

	@Override
	public void write(int value) {
		this.piece.write(value);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) {
		this.piece.write(bytes, offset, length);
	}

	@Override
	public long getPos() {
		return this.taken + this.piece.size();
	}

	@Override
	public PositionOutputStream create(long blockSize) {
		return this;
	}

	@Override
	public PositionOutputStream createOrOverwrite(long blockSize) {
		return this;
	}

	@Override
	public boolean supportsBlockSize() {
		return false;
	}

	@Override
	public long defaultBlockSize() {
		return 0;
	}

}
