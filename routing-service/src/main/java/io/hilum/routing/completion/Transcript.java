package io.hilum.routing.completion;

import java.io.ByteArrayOutputStream;

import org.jspecify.annotations.Nullable;

/**
 * What a client was sent, up to a length. Written by one signal at a time.
 */
final class Transcript {

	private final int most;

	private @Nullable ByteArrayOutputStream written = new ByteArrayOutputStream(0);

	Transcript(int most) {
		this.most = most;
	}

	/**
	 * Write a part down. What gets too long is forgotten as a whole.
	 * @param part the part
	 */
	void add(byte[] part) {
		ByteArrayOutputStream all = this.written;
		if (all == null) {
			return;
		}
		if (part.length > this.most - all.size()) {
			this.written = null;
			return;
		}
		all.write(part, 0, part.length);
	}

	/**
	 * Take everything, once.
	 * @return the bytes, or {@code null} if they were too many or are taken
	 */
	byte @Nullable [] take() {
		ByteArrayOutputStream all = this.written;
		this.written = null;
		return (all != null) ? all.toByteArray() : null;
	}

}
