package io.hilum.usage.export;

import java.time.Instant;
import java.util.UUID;

/**
 * An entry of the ledger as it was written.
 *
 * @param id its id
 * @param time when the request ended
 * @param event its JSON, as {@code usage-recorded-v1.schema.json} has it
 */
public record ExportedEntry(UUID id, Instant time, String event) {

}
