package io.hilum.dialects.google;

import java.util.Arrays;

import io.hilum.dialects.sse.EventScanner;

/**
 * Finds the objects of a JSON list in buffers that are cut anywhere. Created per stream
 * and not thread-safe.
 */
final class ListScanner {

	private static final byte[] NOTHING = {};

	private final int maxObjectBytes;

	private byte[] carried = NOTHING;

	private int depth;

	private boolean inString;

	private boolean escaped;

	ListScanner(int maxObjectBytes) {
		this.maxObjectBytes = maxObjectBytes;
	}

	/**
	 * Take the next buffer.
	 * @param buffer the buffer; it may be kept
	 * @param sink what is told of each object that is complete now
	 * @return {@code false} if an object is too long
	 */
	boolean take(byte[] buffer, EventScanner.EventSink sink) {
		int scanned = this.carried.length;
		byte[] bytes = (scanned == 0) ? buffer : join(this.carried, buffer);
		int start = (this.depth > 0) ? 0 : -1;
		for (int at = scanned; at < bytes.length; at++) {
			int before = this.depth;
			step(bytes[at]);
			if (before == 0 && this.depth == 1) {
				start = at;
			}
			else if (before == 1 && this.depth == 0) {
				sink.event(bytes, start, at + 1);
				start = -1;
			}
		}
		this.carried = (start < 0) ? NOTHING : Arrays.copyOfRange(bytes, start, bytes.length);
		return this.carried.length <= this.maxObjectBytes;
	}

	private void step(byte sign) {
		if (this.inString) {
			this.inString = this.escaped || sign != '"';
			this.escaped = !this.escaped && sign == '\\';
			return;
		}
		switch (sign) {
			case '"' -> this.inString = true;
			case '{' -> this.depth++;
			case '}' -> this.depth--;
			default -> {
			}
		}
	}

	private static byte[] join(byte[] first, byte[] second) {
		byte[] joined = Arrays.copyOf(first, first.length + second.length);
		System.arraycopy(second, 0, joined, first.length, second.length);
		return joined;
	}

}
