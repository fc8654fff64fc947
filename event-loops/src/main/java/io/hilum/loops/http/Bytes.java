package io.hilum.loops.http;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * Bytes of bodies, out of the buffers in which they come.
 */
public final class Bytes {

	private Bytes() {
	}

	/**
	 * Take the bytes out of a buffer, which is given back.
	 * @param buffer the buffer
	 * @return what could be read of it
	 */
	public static byte[] of(DataBuffer buffer) {
		try {
			byte[] bytes = new byte[buffer.readableByteCount()];
			buffer.read(bytes);
			return bytes;
		}
		finally {
			DataBufferUtils.release(buffer);
		}
	}

}
