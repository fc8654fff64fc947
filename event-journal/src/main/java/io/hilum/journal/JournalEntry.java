package io.hilum.journal;

import java.util.Map;

/**
 * One event on its way to a topic. The value is not copied and must not be changed.
 *
 * @param topic the topic
 * @param key the key by which the topic is partitioned and ordered
 * @param headers headers of the record, in no particular order
 * @param value the content, already encoded
 */
public record JournalEntry(String topic, String key, Map<String, String> headers, byte[] value) {

	public JournalEntry {
		if (topic.isEmpty()) {
			throw new IllegalArgumentException("an entry needs a topic");
		}
		headers = Map.copyOf(headers);
	}

	@Override
	public String toString() {
		return "JournalEntry[topic=" + this.topic + ", bytes=" + this.value.length + "]";
	}

}
