package io.hilum.usage.consumers;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import io.hilum.usage.TestTopics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import tools.jackson.databind.node.ObjectNode;

/**
 * A topic of a test's own, with usage events as routing-service sends them.
 *
 * @param name its name
 */
record UsageTopic(String name) {

	static UsageTopic create(String name) {
		TestTopics.ensure(name, 3);
		return new UsageTopic(name);
	}

	void send(List<ObjectNode> events) throws ExecutionException, InterruptedException {
		send(events, "hilum.usage.recorded.v1");
	}

	void send(List<ObjectNode> events, String type) throws ExecutionException, InterruptedException {
		List<Future<RecordMetadata>> sent = new ArrayList<>();
		try (KafkaProducer<String, byte[]> producer = TestTopics.producer()) {
			for (ObjectNode event : events) {
				sent.add(producer.send(message(event, type)));
			}
			for (Future<RecordMetadata> each : sent) {
				each.get();
			}
		}
	}

	private ProducerRecord<String, byte[]> message(ObjectNode event, String type) {
		ProducerRecord<String, byte[]> message = new ProducerRecord<>(this.name, event.path("team").asString(),
				event.toString().getBytes(StandardCharsets.UTF_8));
		header(message, "ce_specversion", "1.0");
		header(message, "ce_id", event.path("id").asString());
		header(message, "ce_source", "/routing-service");
		header(message, "ce_type", type);
		header(message, "ce_time", event.path("time").asString());
		header(message, "content-type", "application/json");
		return message;
	}

	private static void header(ProducerRecord<?, ?> message, String name, String value) {
		message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
	}

}
