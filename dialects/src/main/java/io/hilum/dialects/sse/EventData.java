package io.hilum.dialects.sse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The data of one event: what its {@code data} lines say. The common case, one line, is a
 * range of the buffer and no copy.
 *
 * @param bytes where the data is
 * @param start its first byte
 * @param end the byte behind its last
 */
public record EventData(byte[] bytes, int start, int end) {

	private static final byte[] DATA = "data".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] DONE = "[DONE]".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] NULL = ":null".getBytes(StandardCharsets.US_ASCII);

	/**
	 * The data of an event.
	 * @param bytes where the event is
	 * @param start its first byte
	 * @param end the byte behind its last
	 * @return the data, empty if the event has none
	 */
	public static EventData of(byte[] bytes, int start, int end) {
		EventData found = new EventData(bytes, start, start);
		int line = start;
		while (line < end) {
			int lineEnd = lineEnd(bytes, line, end);
			if (isData(bytes, line, lineEnd)) {
				int value = Math.min(line + DATA.length + 1, lineEnd);
				value = (value < lineEnd && bytes[value] == ' ') ? value + 1 : value;
				found = found.isEmpty() ? new EventData(bytes, value, lineEnd) : found.and(bytes, value, lineEnd);
			}
			line = lineEnd + 1;
		}
		return found;
	}

	private static int lineEnd(byte[] bytes, int from, int end) {
		int at = from;
		while (at < end && bytes[at] != '\n' && bytes[at] != '\r') {
			at++;
		}
		return at;
	}

	private static boolean isData(byte[] bytes, int line, int lineEnd) {
		return matches(bytes, line, lineEnd, DATA)
				&& (line + DATA.length == lineEnd || bytes[line + DATA.length] == ':');
	}

	private EventData and(byte[] more, int from, int to) {
		ByteArrayOutputStream joined = new ByteArrayOutputStream();
		joined.write(this.bytes, this.start, this.end - this.start);
		joined.write('\n');
		joined.write(more, from, to - from);
		return new EventData(joined.toByteArray(), 0, joined.size());
	}

	/**
	 * Whether the event has no data, such as a comment that keeps a connection alive.
	 * @return {@code true} if it has none
	 */
	public boolean isEmpty() {
		return this.start == this.end;
	}

	/**
	 * Whether this is OpenAI's mark of the end.
	 * @return {@code true} if it is
	 */
	public boolean isDone() {
		return this.end - this.start == DONE.length && matches(this.bytes, this.start, this.end, DONE);
	}

	/**
	 * Whether this looks like a JSON object.
	 * @return {@code true} if it does
	 */
	public boolean isObject() {
		return !isEmpty() && this.bytes[this.start] == '{';
	}

	/**
	 * Where a text occurs.
	 * @param text the text
	 * @return the offset of its first byte, or -1
	 */
	public int indexOf(byte[] text) {
		for (int at = this.start; at <= this.end - text.length; at++) {
			if (this.bytes[at] == text[0] && matches(this.bytes, at, this.end, text)) {
				return at;
			}
		}
		return -1;
	}

	/**
	 * Whether a member of some object has this name and is not null. Inside of a string
	 * its quotes would be escaped.
	 * @param quotedName the name with its quotes
	 * @return {@code true} if there may be one
	 */
	public boolean has(byte[] quotedName) {
		int at = indexOf(quotedName);
		return at >= 0 && !matches(this.bytes, at + quotedName.length, this.end, NULL);
	}

	private static boolean matches(byte[] bytes, int from, int end, byte[] text) {
		if (end - from < text.length) {
			return false;
		}
		for (int i = 0; i < text.length; i++) {
			if (bytes[from + i] != text[i]) {
				return false;
			}
		}
		return true;
	}

	@Override
	public String toString() {
		return "EventData[bytes=" + (this.end - this.start) + "]";
	}

}
