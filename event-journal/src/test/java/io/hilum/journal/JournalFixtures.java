package io.hilum.journal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Entries and settings for tests.
 */
public final class JournalFixtures {

	private JournalFixtures() {
	}

	public static JournalSettings small(Path directory) {
		return new JournalSettings(directory, 16 * 1024, 1024, Durability.NEVER, Duration.ofSeconds(1));
	}

	public static JournalEntry entry(String value) {
		return entry("team", value);
	}

	public static JournalEntry entry(String key, String value) {
		return new JournalEntry("topic", key, Map.of("ce_id", Integer.toString(value.length())),
				value.getBytes(StandardCharsets.UTF_8));
	}

	public static String valueOf(JournalEntry entry) {
		return new String(entry.value(), StandardCharsets.UTF_8);
	}

	/**
	 * Everything that a cursor finds now.
	 * @param journal the journal
	 * @return the values, in order
	 */
	public static List<String> pending(EventJournal journal) {
		List<String> values = new ArrayList<>();
		try (JournalCursor cursor = journal.cursor()) {
			for (PendingEntry next = cursor.next(); next != null; next = cursor.next()) {
				values.add(valueOf(next.entry()));
			}
		}
		return values;
	}

	/**
	 * Publish so many entries.
	 * @param journal the journal
	 * @param count how many
	 */
	public static void publish(EventJournal journal, int count) {
		try (JournalCursor cursor = journal.cursor()) {
			for (int i = 0; i < count; i++) {
				PendingEntry next = cursor.next();
				if (next == null) {
					throw new IllegalStateException("there are only " + i);
				}
				journal.acknowledge(next, 1);
			}
		}
	}

}
