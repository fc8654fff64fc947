package io.hilum.journal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The intents that are neither completed nor discarded, and where they were written.
 * Guarded by the lock of the journal.
 */
final class Intents {

	/**
	 * How many times its own size an intent sets aside, so that its completion finds room
	 * in a journal that is otherwise full.
	 */
	private static final int RESERVE_FACTOR = 3;

	private final Map<String, Intent> open = new LinkedHashMap<>();

	private long reservedBytes;

	void add(String id, JournalEntry entry, long segment, int bytes) {
		remove(id);
		this.open.put(id, new Intent(id, entry, segment, bytes));
		this.reservedBytes += (long) RESERVE_FACTOR * bytes;
	}

	boolean remove(String id) {
		Intent intent = this.open.remove(id);
		if (intent == null) {
			return false;
		}
		this.reservedBytes -= (long) RESERVE_FACTOR * intent.bytes();
		return true;
	}

	List<Intent> of(long segment) {
		return this.open.values().stream().filter((intent) -> intent.segment() == segment).toList();
	}

	List<Intent> all() {
		return List.copyOf(this.open.values());
	}

	long reservedBytes() {
		return this.reservedBytes;
	}

	/**
	 * An open intent.
	 *
	 * @param id what the caller calls it
	 * @param entry what is published if the process dies
	 * @param segment the number of the file that has it
	 * @param bytes its size on the disk
	 */
	record Intent(String id, JournalEntry entry, long segment, int bytes) {

	}

}
