package io.hilum.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * What a journal holds. Alert on the age of {@code oldestPending}: it grows while the
 * topics cannot be written to.
 *
 * @param storedBytes what is on the disk, published files that are still needed included
 * @param maxBytes what may be on the disk
 * @param pendingBytes what is not published yet
 * @param pendingEntries how many entries are not published yet
 * @param openIntents how many intents are neither completed nor discarded
 * @param damagedBytes what was cut off at the opening, since it was torn or changed
 * @param oldestPending a time that no pending entry is older than, if there is one
 */
public record JournalState(long storedBytes, long maxBytes, long pendingBytes, long pendingEntries, int openIntents,
		long damagedBytes, Optional<Instant> oldestPending) {

}
