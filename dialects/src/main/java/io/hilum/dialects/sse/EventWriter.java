package io.hilum.dialects.sse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import io.hilum.dialects.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Writes server-sent events and collects them until they are drained. Created per stream
 * and not thread-safe.
 */
public final class EventWriter {

	private final ByteArrayOutputStream pending = new ByteArrayOutputStream(512);

	/**
	 * Write an event.
	 * @param name the name of the event, or {@code null} for one without
	 * @param data what it says
	 */
	public void event(@Nullable String name, JsonNode data) {
		if (name != null) {
			text("event: " + name + "\n");
		}
		text("data: ");
		this.pending.writeBytes(Json.write(data));
		text("\n\n");
	}

	/**
	 * Write OpenAI's mark of the end.
	 */
	public void done() {
		text("data: [DONE]\n\n");
	}

	private void text(String text) {
		this.pending.writeBytes(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Take what was written.
	 * @return whole events, maybe none
	 */
	public byte[] drain() {
		byte[] events = this.pending.toByteArray();
		this.pending.reset();
		return events;
	}

}
