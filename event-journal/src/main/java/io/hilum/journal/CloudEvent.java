package io.hilum.journal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An event as CloudEvents 1.0 describes it. In Kafka's binary mode the description is in
 * headers and the value is the event itself.
 *
 * @param id the id of the event
 * @param source who tells it, such as {@code /rag-service}
 * @param type what happened, with the version of its form
 * @param time when it happened
 */
public record CloudEvent(String id, String source, String type, Instant time) {

	/**
	 * The event on its way.
	 * @param topic the topic
	 * @param key the key by which the topic is partitioned and ordered
	 * @param traceParent the trace in which it happened, or {@code null}
	 * @param json the event
	 * @return the entry
	 */
	public JournalEntry entry(String topic, String key, @Nullable String traceParent, byte[] json) {
		Map<String, String> headers = HashMap.newHashMap(7);
		headers.put("ce_specversion", "1.0");
		headers.put("ce_id", this.id);
		headers.put("ce_source", this.source);
		headers.put("ce_type", this.type);
		headers.put("ce_time", this.time.toString());
		headers.put("content-type", "application/json");
		if (traceParent != null) {
			headers.put("traceparent", traceParent);
		}
		return new JournalEntry(topic, key, headers, json);
	}

}
