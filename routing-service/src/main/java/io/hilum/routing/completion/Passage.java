package io.hilum.routing.completion;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Collects what is passed on of one buffer. As long as that is one range of it, nothing
 * is copied; a buffer that is passed on as a whole goes on itself. Not thread-safe.
 */
final class Passage {

	private static final byte[] NOTHING = {};

	private byte[] source = NOTHING;

	private int start;

	private int end;

	private @Nullable ByteArrayOutputStream joined;

	/**
	 * Pass a range on.
	 * @param bytes where it is; never changed afterwards
	 * @param from its first byte
	 * @param to the byte behind its last
	 */
	void add(byte[] bytes, int from, int to) {
		if (this.joined == null && this.start == this.end) {
			this.source = bytes;
			this.start = from;
			this.end = to;
			return;
		}
		if (this.joined == null && this.source == bytes && this.end == from) {
			this.end = to;
			return;
		}
		join().write(bytes, from, to - from);
	}

	private ByteArrayOutputStream join() {
		ByteArrayOutputStream all = this.joined;
		if (all == null) {
			all = new ByteArrayOutputStream(1024);
			all.write(this.source, this.start, this.end - this.start);
			this.joined = all;
		}
		return all;
	}

	/**
	 * Take everything.
	 * @return the bytes, maybe none
	 */
	byte[] drain() {
		byte[] all = bytes();
		this.source = NOTHING;
		this.start = 0;
		this.end = 0;
		this.joined = null;
		return all;
	}

	private byte[] bytes() {
		if (this.joined != null) {
			return this.joined.toByteArray();
		}
		boolean whole = this.start == 0 && this.end == this.source.length;
		return whole ? this.source : Arrays.copyOfRange(this.source, this.start, this.end);
	}

}
