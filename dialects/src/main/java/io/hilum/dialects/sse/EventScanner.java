package io.hilum.dialects.sse;

import java.util.Arrays;

/**
 * Finds the events of a stream (server-sent events, WHATWG HTML section 9.2.6) in buffers
 * that are cut anywhere. An event ends with a blank line; lines end with LF, CR or both.
 * Created per stream and not thread-safe.
 */
public final class EventScanner {

	private static final byte[] NOTHING = {};

	private static final byte[] BYTE_ORDER_MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };

	private final int maxEventBytes;

	/**
	 * The bytes of the event that has begun, and how many there are: it grows by
	 * doubling, so that the cost of many small parts is linear.
	 */
	private byte[] carried = NOTHING;

	private int length;

	/**
	 * How far the carried bytes were looked at, and where their last line begins.
	 */
	private int scanned;

	private int lineStart;

	private boolean afterCarriageReturn;

	private boolean begun;

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
	 * @param sink what is told of each event that is complete now; the bytes that it gets
	 * never change afterwards
	 * @return {@code false} if an event is too long
	 */
	public boolean take(byte[] buffer, EventSink sink) {
		append(buffer);
		byte[] bytes = this.carried;
		int end = this.length;
		int eventStart = this.begun ? 0 : begin();
		for (int at = Math.max(this.scanned, eventStart); at < end; at++) {
			byte sign = bytes[at];
			if (sign != '\n' && sign != '\r') {
				continue;
			}
			boolean secondOfPair = sign == '\n' && ((at > 0) ? bytes[at - 1] == '\r' : this.afterCarriageReturn);
			boolean blank = at == this.lineStart && !secondOfPair;
			this.lineStart = at + 1;
			if (blank) {
				eventStart = emit(eventStart, at, sink);
			}
		}
		this.afterCarriageReturn = (end > 0) ? bytes[end - 1] == '\r' : this.afterCarriageReturn;
		keep(eventStart);
		return this.length <= this.maxEventBytes;
	}

	private void append(byte[] buffer) {
		if (this.length == 0) {
			this.carried = buffer;
			this.length = buffer.length;
			return;
		}
		int needed = this.length + buffer.length;
		if (needed > this.carried.length) {
			this.carried = Arrays.copyOf(this.carried, Math.max(needed, 2 * this.carried.length));
		}
		System.arraycopy(buffer, 0, this.carried, this.length, buffer.length);
		this.length = needed;
	}

	/**
	 * A mark before the first line is no part of it.
	 * @return where the first line begins, as far as that is known
	 */
	private int begin() {
		int mark = 0;
		while (mark < this.length && mark < BYTE_ORDER_MARK.length && this.carried[mark] == BYTE_ORDER_MARK[mark]) {
			mark++;
		}
		this.begun = mark == BYTE_ORDER_MARK.length || mark < this.length;
		this.lineStart = (mark == BYTE_ORDER_MARK.length) ? mark : 0;
		return this.lineStart;
	}

	/**
	 * The line feed of a last CR LF belongs to the event, if it is here already.
	 */
	private int emit(int start, int at, EventSink sink) {
		int end = at + 1;
		if (this.carried[at] == '\r' && end < this.length && this.carried[end] == '\n') {
			end++;
		}
		sink.event(this.carried, start, end);
		return end;
	}

	/**
	 * What was told to a sink is never written to again: the rest gets an array of its
	 * own, and so does a buffer that is appended to.
	 */
	private void keep(int from) {
		if (from > 0) {
			this.carried = (from < this.length) ? Arrays.copyOfRange(this.carried, from, this.length) : NOTHING;
			this.length -= from;
		}
		this.scanned = this.length;
		this.lineStart = Math.max(0, this.lineStart - from);
	}

	/**
	 * The stream has ended. Some servers forget the blank line behind their last event.
	 * @param sink what is told of that event, if there is one
	 */
	public void end(EventSink sink) {
		if (isInsideOfEvent()) {
			byte last = this.carried[this.length - 1];
			boolean lineEnded = last == '\n' || last == '\r';
			take(lineEnded ? new byte[] { last } : new byte[] { '\n', '\n' }, sink);
		}
	}

	/**
	 * Whether a begun event waits for its end.
	 * @return {@code true} if one does
	 */
	public boolean isInsideOfEvent() {
		for (int i = 0; i < this.length; i++) {
			if (this.carried[i] != '\n' && this.carried[i] != '\r') {
				return true;
			}
		}
		return false;
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
