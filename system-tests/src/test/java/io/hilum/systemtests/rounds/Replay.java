package io.hilum.systemtests.rounds;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

import io.hilum.systemtests.evidence.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends everything that two topics hold once more, each record twice and all of them in
 * another order, as a broker that lost its mind would.
 */
final class Replay {

	private static final Set<String> TOPICS = Set.of("hilum.usage.v1", "hilum.audit.v1");

	private Replay() {
	}

	/**
	 * @return how many records were sent
	 */
	static int shuffled(String bootstrapServers, Random random) {
		List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
		new Topics(bootstrapServers).forEach((item) -> {
			if (TOPICS.contains(item.topic())) {
				records.add(item);
			}
		});
		List<ConsumerRecord<byte[], byte[]>> again = new ArrayList<>(records);
		again.addAll(records);
		Collections.shuffle(again, random);
		try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", bootstrapServers, "delivery.timeout.ms", 240_000),
				new ByteArraySerializer(), new ByteArraySerializer())) {
			// Without its partition, so that what was in one order is in several.
			again.forEach((item) -> {
				var sent = producer.send(new ProducerRecord<>(item.topic(), random.nextInt(1 + item.partition()), null,
						item.key(), item.value(), item.headers()));
				Objects.requireNonNull(sent, "the producer says when it is there");
			});
			producer.flush();
		}
		return again.size();
	}

}
