package io.hilum.gateway.chat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Takes events out of a stream (WHATWG HTML, server-sent events) that arrives in any
 * pieces. Names and ids of events do not concern chat streams and are dropped. Mutable;
 * for one stream.
 */
final class SseReader {

	private static final byte[] DATA = { 'd', 'a', 't', 'a', ':' };

	private final int maxBytes;

	private final Listener listener;

	private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);

	private final ByteArrayOutputStream data = new ByteArrayOutputStream(512);

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
		else if (isData(content)) {
			int start = (content.length > DATA.length && content[DATA.length] == ' ') ? DATA.length + 1 : DATA.length;
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
			this.listener.event(event);
		}
	}

	private static boolean isData(byte[] content) {
		return content.length >= DATA.length && Arrays.equals(content, 0, DATA.length, DATA, 0, DATA.length);
	}

	/**
	 * What is told of a stream.
	 */
	interface Listener {

		/**
		 * An event is complete.
		 * @param data its data
		 */
		void event(byte[] data);

		/**
		 * A comment came, which keeps the connection alive.
		 */
		void comment();

	}

}
