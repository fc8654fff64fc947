package io.hilum.usage.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * An event that was decided and waits for publication.
 *
 * @param id the id of the event
 * @param topic where it goes
 * @param key its key there
 * @param type its type, as CloudEvents names it
 * @param time when it was decided
 * @param value its JSON
 */
public record OutboxRecord(UUID id, String topic, String key, String type, Instant time, String value) {
}
