package io.hilum.dialects.google;

import java.io.ByteArrayOutputStream;

import io.hilum.dialects.sse.EventScanner;

/**
 * Finds the objects of a JSON list in buffers that are cut anywhere, in linear time.
 * Created per stream and not thread-safe.
 */
final class ListScanner {

	private final int maxObjectBytes;

	private final ByteArrayOutputStream carried = new ByteArrayOutputStream();

	private int depth;

	private boolean inString;

	private boolean escaped;

	ListScanner(int maxObjectBytes) {
		this.maxObjectBytes = maxObjectBytes;
	}

	/**
	 * Take the next buffer.
	 * @param buffer the buffer
	 * @param sink what is told of each object that is complete now
	 * @return {@code false} if an object is too long
	 */
	boolean take(byte[] buffer, EventScanner.EventSink sink) {
		int start = 0;
		for (int at = 0; at < buffer.length; at++) {
			int before = this.depth;
			step(buffer[at]);
			if (before == 0 && this.depth == 1) {
				start = at;
			}
			else if (before == 1 && this.depth == 0) {
				emit(buffer, start, at + 1, sink);
			}
		}
		if (this.depth > 0) {
			this.carried.write(buffer, start, buffer.length - start);
		}
		return this.carried.size() <= this.maxObjectBytes;
	}

	private void emit(byte[] buffer, int start, int end, EventScanner.EventSink sink) {
		if (this.carried.size() == 0) {
			sink.event(buffer, start, end);
			return;
		}
		this.carried.write(buffer, start, end - start);
		byte[] object = this.carried.toByteArray();
		this.carried.reset();
		sink.event(object, 0, object.length);
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

}
