package io.hilum.gateway.chat.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Takes events out of a stream (WHATWG HTML, server-sent events) that arrives in any
 * pieces. Ids of events and times to wait are dropped, since no answer can be taken up
 * again. Mutable; for one stream.
 */
public final class SseReader {

	private static final byte[] DATA = { 'd', 'a', 't', 'a', ':' };

	private static final byte[] EVENT = { 'e', 'v', 'e', 'n', 't', ':' };

	private final int maxBytes;

	private final Listener listener;

	private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);

	private final ByteArrayOutputStream more = new ByteArrayOutputStream(0);

	private @Nullable String name;

	private byte @Nullable [] data;

	private boolean afterReturn;

	public SseReader(int maxBytes, Listener listener) {
		this.maxBytes = maxBytes;
		this.listener = listener;
	}

	/**
	 * Take the next bytes.
	 * @param bytes the bytes
	 * @throws IllegalStateException if an event is larger than allowed
	 */
	public void feed(byte[] bytes) {
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
				requireSpace(i - from);
				completeLine(bytes, from, i);
			}
			from = i + 1;
		}
		requireSpace(bytes.length - from);
		this.line.write(bytes, from, bytes.length - from);
	}

	private void requireSpace(int length) {
		byte[] first = this.data;
		int kept = Math.max((first != null) ? first.length : 0, this.more.size());
		if (this.line.size() + kept + length > this.maxBytes) {
			throw new IllegalStateException("an event of the answer is larger than " + this.maxBytes + " bytes");
		}
	}

	private void completeLine(byte[] bytes, int from, int to) {
		if (this.line.size() == 0) {
			endLine(bytes, from, to);
			return;
		}
		this.line.write(bytes, from, to - from);
		byte[] whole = this.line.toByteArray();
		this.line.reset();
		endLine(whole, 0, whole.length);
	}

	private void endLine(byte[] bytes, int from, int to) {
		if (from == to) {
			endEvent();
		}
		else if (bytes[from] == ':') {
			this.listener.comment();
		}
		else if (begins(bytes, from, to, EVENT)) {
			int start = valueStart(bytes, from + EVENT.length, to);
			this.name = new String(bytes, start, to - start, StandardCharsets.UTF_8);
		}
		else if (begins(bytes, from, to, DATA)) {
			addData(bytes, valueStart(bytes, from + DATA.length, to), to);
		}
	}

	private void addData(byte[] bytes, int from, int to) {
		byte[] first = this.data;
		if (first == null) {
			this.data = Arrays.copyOfRange(bytes, from, to);
			return;
		}
		if (this.more.size() == 0) {
			this.more.writeBytes(first);
		}
		this.more.write('\n');
		this.more.write(bytes, from, to - from);
	}

	private void endEvent() {
		byte[] event = (this.more.size() == 0) ? this.data : this.more.toByteArray();
		String named = this.name;
		this.data = null;
		this.more.reset();
		this.name = null;
		if (event != null) {
			this.listener.event(named, event);
		}
	}

	private static boolean begins(byte[] bytes, int from, int to, byte[] field) {
		return to - from >= field.length && Arrays.equals(bytes, from, from + field.length, field, 0, field.length);
	}

	private static int valueStart(byte[] bytes, int start, int to) {
		return (start < to && bytes[start] == ' ') ? start + 1 : start;
	}

	/**
	 * What is told of a stream.
	 */
	public interface Listener {

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
