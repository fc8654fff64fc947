package io.hilum.journal;

import java.time.Instant;

/**
 * An entry that waits to be published.
 *
 * @param entry the entry
 * @param recordedAt when it was recorded
 * @param next the place behind it, to acknowledge once it is published
 */
public record PendingEntry(JournalEntry entry, Instant recordedAt, JournalPosition next) {

}
