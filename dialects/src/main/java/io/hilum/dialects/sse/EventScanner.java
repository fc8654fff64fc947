package io.hilum.dialects.sse;

import java.util.Arrays;

/**
 * Finds the events of a stream (server-sent events, WHATWG HTML section 9.2.6) in buffers
 * that are cut anywhere. An event ends with a blank line; lines end with LF, CR or both.
 * Created per stream and not thread-safe.
 */
public final class EventScanner {

	private static final byte[] NOTHING = {};

	private final int maxEventBytes;

	private byte[] carried = NOTHING;

	/**
	 * How far the carried bytes were looked at, and where their last line begins.
	 */
	private int scanned;

	private int lineStart;

	private boolean afterCarriageReturn;

	/**
	 * Create a scanner.
	 * @param maxEventBytes how long one event may be
	 */
	public EventScanner(int maxEventBytes) {
		this.maxEventBytes = maxEventBytes;
	}

	/**
	 * Take the next buffer.
	 * @param buffer the buffer; it may be kept
	 * @param sink what is told of each event that is complete now
	 * @return {@code false} if an event is too long
	 */
	public boolean take(byte[] buffer, EventSink sink) {
		byte[] bytes = (this.carried.length == 0) ? buffer : join(this.carried, buffer);
		int eventStart = 0;
		int at = this.scanned;
		while (at < bytes.length) {
			byte sign = bytes[at];
			if (sign == '\n' && this.afterCarriageReturn) {
				this.lineStart = at + 1;
			}
			else if (sign == '\n' || sign == '\r') {
				boolean blank = at == this.lineStart;
				this.lineStart = at + 1;
				if (blank) {
					eventStart = emit(bytes, eventStart, at, sink);
				}
			}
			this.afterCarriageReturn = sign == '\r';
			at++;
		}
		carry(bytes, eventStart);
		return this.carried.length <= this.maxEventBytes;
	}

	/**
	 * The line feed of a last CR LF belongs to the event, if it is here already.
	 */
	private int emit(byte[] bytes, int start, int at, EventSink sink) {
		int end = at + 1;
		if (bytes[at] == '\r' && end < bytes.length && bytes[end] == '\n') {
			end++;
		}
		sink.event(bytes, start, end);
		return end;
	}

	private void carry(byte[] bytes, int from) {
		this.carried = (from == 0) ? bytes : Arrays.copyOfRange(bytes, from, bytes.length);
		this.scanned = this.carried.length;
		this.lineStart = Math.max(0, this.lineStart - from);
	}

	/**
	 * Whether a begun event waits for its end.
	 * @return {@code true} if one does
	 */
	public boolean isInsideOfEvent() {
		for (byte carriedByte : this.carried) {
			if (carriedByte != '\n' && carriedByte != '\r') {
				return true;
			}
		}
		return false;
	}

	private static byte[] join(byte[] first, byte[] second) {
		byte[] joined = Arrays.copyOf(first, first.length + second.length);
		System.arraycopy(second, 0, joined, first.length, second.length);
		return joined;
	}

	/**
	 * Is told of events.
	 */
	@FunctionalInterface
	public interface EventSink {

		/**
		 * An event is complete.
		 * @param bytes where it is
		 * @param start its first byte
		 * @param end the byte behind its blank line
		 */
		void event(byte[] bytes, int start, int end);

	}

}
