package io.hilum.journal;

import org.jspecify.annotations.Nullable;

/**
 * What one frame of a segment says.
 *
 * @param kind what happened
 * @param timeMillis when, in milliseconds since the epoch
 * @param id the intent that is meant, empty for {@link Kind#ENTRY}
 * @param entry the entry, absent for {@link Kind#DISCARD} only
 */
record JournalRecord(Kind kind, long timeMillis, String id, @Nullable JournalEntry entry) {

	/**
	 * Whether the record is to be published.
	 * @return {@code true} for entries and completed intents
	 */
	boolean publishable() {
		return this.kind == Kind.ENTRY || this.kind == Kind.COMPLETE;
	}

	/**
	 * What happened. The ordinal is the wire value: add at the end only.
	 */
	enum Kind {

		ENTRY, PROVISIONAL, COMPLETE, DISCARD

	}

}
