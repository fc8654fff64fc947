package io.hilum.routing.completion;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

import io.hilum.parts.Parts;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Plays usage-service.
 */
final class AccessTopic {

	private static final Map<String, Integer> VERSIONS = new HashMap<>();

	private AccessTopic() {
	}

	static void budget(String id, long limitNanoUsd, String mode) {
		Properties settings = new Properties();
		settings.put("bootstrap.servers", Parts.kafka().bootstrapServers());
		int version = VERSIONS.merge(id, 1, Integer::sum);
		String json = """
				{"kind":"budget","id":"%s","version":%d,"changedAt":"2026-01-05T07:00:00Z","revoked":false,\
				"window":"month","timeZone":"UTC","limitNanoUsd":%d,"mode":"%s"}""".formatted(id, version, limitNanoUsd,
				mode);
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(settings, new StringSerializer(),
				new StringSerializer())) {
			producer.send(new ProducerRecord<>("hilum.access.v1", "budget:" + id, json)).get();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
