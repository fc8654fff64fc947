package io.hilum.usage.outbox;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An event that was decided and waits for publication.
 *
 * @param id the id of the event
 * @param topic where it goes
 * @param key its key there
 * @param type its type, as CloudEvents names it
 * @param time when it was decided
 * @param value its JSON
 * @param traceParent the W3C {@code traceparent} of the request that decided it
 */
public record OutboxRecord(UUID id, String topic, String key, String type, Instant time, String value,
		@Nullable String traceParent) {

	/**
	 * Create an event. The outbox adds the trace in which it is appended.
	 * @param id the id of the event
	 * @param topic where it goes
	 * @param key its key there
	 * @param type its type, as CloudEvents names it
	 * @param time when it was decided
	 * @param value its JSON
	 */
	public OutboxRecord(UUID id, String topic, String key, String type, Instant time, String value) {
		this(id, topic, key, type, time, value, null);
	}

}
