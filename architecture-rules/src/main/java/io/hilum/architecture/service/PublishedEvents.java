package io.hilum.architecture.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service has told a topic of a real broker.
 */
public final class PublishedEvents {

	private static final Duration POLL = Duration.ofSeconds(1);

	private PublishedEvents() {
	}

	/**
	 * Read a topic from its beginning until there is enough.
	 * @param kafka where the broker is
	 * @param topic the topic
	 * @param number how many events there shall be
	 * @param wanted which of those that others may have told too
	 * @return the events, fewer when they have not come for long
	 */
	public static List<JsonNode> await(String kafka, String topic, int number, Predicate<JsonNode> wanted) {
		List<JsonNode> events = new ArrayList<>();
		Map<String, Object> properties = Map.of("bootstrap.servers", kafka, "group.id", UUID.randomUUID().toString(),
				"auto.offset.reset", "earliest");
		try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(properties, new StringDeserializer(),
				new ByteArrayDeserializer())) {
			consumer.subscribe(List.of(topic));
			long deadline = System.nanoTime() + StartedService.PATIENCE.toNanos();
			while (events.size() < number && System.nanoTime() < deadline) {
				for (ConsumerRecord<String, byte[]> found : consumer.poll(POLL)) {
					JsonNode event = JsonMapper.shared().readTree(found.value());
					if (wanted.test(event)) {
						events.add(event);
					}
				}
			}
		}
		return events;
	}

}
