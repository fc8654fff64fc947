package io.hilum.gateway.chat.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Writes events. The data of one event stays one event, whatever line ends are in it.
 * Mutable; for one stream.
 */
public final class SseWriter {

	private static final byte[] EVENT = "event: ".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] DATA = "data: ".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] END = { '\n', '\n' };

	private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

	private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);

	/**
	 * Write an event.
	 * @param name its name, if it has one; without line ends
	 * @param json its data
	 */
	public void event(@Nullable String name, byte[] json) {
		if (name != null) {
			this.out.writeBytes(EVENT);
			this.out.writeBytes(name.getBytes(StandardCharsets.UTF_8));
			this.out.write('\n');
		}
		this.out.writeBytes(DATA);
		int from = 0;
		for (int i = 0; i < json.length; i++) {
			// Between tokens of JSON a line end means nothing; within them it cannot be.
			if (json[i] == '\n' || json[i] == '\r') {
				this.out.write(json, from, i - from);
				this.out.write(' ');
				from = i + 1;
			}
		}
		this.out.write(json, from, json.length - from);
		this.out.writeBytes(END);
	}

	public void comment() {
		this.out.writeBytes(COMMENT);
	}

	/**
	 * Take what was written since the last call.
	 * @return the bytes, or {@code null} if there are none
	 */
	public byte @Nullable [] take() {
		if (this.out.size() == 0) {
			return null;
		}
		byte[] bytes = this.out.toByteArray();
		this.out.reset();
		return bytes;
	}

}
