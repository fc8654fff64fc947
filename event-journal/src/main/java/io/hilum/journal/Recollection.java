package io.hilum.journal;

import java.time.Instant;

/**
 * Is told at the opening of a journal how intents ended, as far as its files still say:
 * for what was to be done beside the entry and may have died with the process.
 */
@FunctionalInterface
public interface Recollection {

	/**
	 * An intent ended, or its process died before it did.
	 * @param id the id of the intent
	 * @param recordedAt when that was recorded
	 * @param entry the entry that it became
	 */
	void ended(String id, Instant recordedAt, JournalEntry entry);

}
