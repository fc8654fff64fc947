package io.hilum.gateway.chat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Takes events out of a stream (WHATWG HTML, server-sent events) that arrives in any
 * pieces. Ids of events and times to wait are dropped, since no answer can be taken up
 * again. Mutable; for one stream.
 */
final class SseReader {

	private static final byte[] DATA = { 'd', 'a', 't', 'a', ':' };

	private static final byte[] EVENT = { 'e', 'v', 'e', 'n', 't', ':' };

	private final int maxBytes;

	private final Listener listener;

	private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);

	private final ByteArrayOutputStream data = new ByteArrayOutputStream(512);

	private @Nullable String name;

	private boolean hasData;

	private boolean afterReturn;

	SseReader(int maxBytes, Listener listener) {
		this.maxBytes = maxBytes;
		this.listener = listener;
	}

	/**
	 * Take the next bytes.
	 * @param bytes the bytes
	 * @throws IllegalStateException if an event is larger than allowed
	 */
	void feed(byte[] bytes) {
		int from = 0;
		for (int i = 0; i < bytes.length; i++) {
			byte b = bytes[i];
			if (b != '\n' && b != '\r') {
				this.afterReturn = false;
				continue;
			}
			boolean secondHalf = b == '\n' && this.afterReturn;
			this.afterReturn = b == '\r';
			if (!secondHalf) {
				append(bytes, from, i);
				endLine();
			}
			from = i + 1;
		}
		append(bytes, from, bytes.length);
	}

	private void append(byte[] bytes, int from, int to) {
		if (this.line.size() + this.data.size() + to - from > this.maxBytes) {
			throw new IllegalStateException("an event of the answer is larger than " + this.maxBytes + " bytes");
		}
		this.line.write(bytes, from, to - from);
	}

	private void endLine() {
		byte[] content = this.line.toByteArray();
		this.line.reset();
		if (content.length == 0) {
			endEvent();
		}
		else if (content[0] == ':') {
			this.listener.comment();
		}
		else if (begins(content, EVENT)) {
			int start = valueStart(content, EVENT);
			this.name = new String(content, start, content.length - start, StandardCharsets.UTF_8);
		}
		else if (begins(content, DATA)) {
			int start = valueStart(content, DATA);
			if (this.hasData) {
				this.data.write('\n');
			}
			this.data.write(content, start, content.length - start);
			this.hasData = true;
		}
	}

	private void endEvent() {
		if (this.hasData) {
			byte[] event = this.data.toByteArray();
			this.data.reset();
			this.hasData = false;
			this.listener.event(this.name, event);
		}
		this.name = null;
	}

	private static boolean begins(byte[] content, byte[] field) {
		return content.length >= field.length && Arrays.equals(content, 0, field.length, field, 0, field.length);
	}

	private static int valueStart(byte[] content, byte[] field) {
		return (content.length > field.length && content[field.length] == ' ') ? field.length + 1 : field.length;
	}

	/**
	 * What is told of a stream.
	 */
	interface Listener {

		/**
		 * An event is complete.
		 * @param name its name, if it has one
		 * @param data its data
		 */
		void event(@Nullable String name, byte[] data);

		/**
		 * A comment came, which keeps the connection alive.
		 */
		void comment();

	}

}
