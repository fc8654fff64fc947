package io.hilum.dialects.sse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import io.hilum.dialects.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Writes server-sent events and collects them until they are drained. Created per stream
 * and not thread-safe.
 */
public final class EventWriter {

	private static final byte[] DATA = utf8("data: ");

	private static final byte[] END_OF_EVENT = utf8("\n\n");

	private static final byte[] KEEP_ALIVE = utf8(": keep-alive\n\n");

	private static final byte[] DONE = utf8("data: [DONE]\n\n");

	private final ByteArrayOutputStream pending = new ByteArrayOutputStream(512);

	/**
	 * Write an event.
	 * @param name the name of the event, or {@code null} for one without
	 * @param data what it says
	 */
	public void event(@Nullable String name, JsonNode data) {
		if (name != null) {
			this.pending.writeBytes(utf8("event: " + name + "\n"));
		}
		this.pending.writeBytes(DATA);
		this.pending.writeBytes(Json.write(data));
		this.pending.writeBytes(END_OF_EVENT);
	}

	/**
	 * Write an event without a name, member by member.
	 * @param members writes the members of the object that it says
	 */
	public void event(Consumer<JsonGenerator> members) {
		this.pending.writeBytes(DATA);
		try (JsonGenerator json = Json.mapper().createGenerator(this.pending)) {
			json.writeStartObject();
			members.accept(json);
			json.writeEndObject();
		}
		this.pending.writeBytes(END_OF_EVENT);
	}

	/**
	 * Write a comment, which says nothing and keeps the connection alive.
	 */
	public void keepAlive() {
		this.pending.writeBytes(KEEP_ALIVE);
	}

	/**
	 * Write OpenAI's mark of the end.
	 */
	public void done() {
		this.pending.writeBytes(DONE);
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
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
