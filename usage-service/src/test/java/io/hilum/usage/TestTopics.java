package io.hilum.usage;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.hilum.parts.Parts;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What tests do to topics of a real Kafka.
 */
public final class TestTopics {

	private TestTopics() {
	}

	/**
	 * Send values and wait until all are acknowledged.
	 * @param topic where to
	 * @param records key and value of each
	 */
	public static void send(String topic, List<Map.Entry<String, byte[]>> records) {
		try (KafkaProducer<String, byte[]> producer = producer()) {
			List<Future<RecordMetadata>> sent = new ArrayList<>();
			records.forEach(
					(item) -> sent.add(producer.send(new ProducerRecord<>(topic, item.getKey(), item.getValue()))));
			sent.forEach(TestTopics::get);
		}
	}

	/**
	 * A producer of any topic.
	 * @return the producer
	 */
	public static KafkaProducer<String, byte[]> producer() {
		return new KafkaProducer<>(Map.of("bootstrap.servers", Parts.kafka().bootstrapServers()),
				new StringSerializer(), new ByteArraySerializer());
	}

	/**
	 * Read a topic from its beginning to its present end.
	 * @param topic the topic
	 * @return its records
	 */
	public static List<ConsumerRecord<String, byte[]>> readAll(String topic) {
		try (KafkaConsumer<String, byte[]> consumer = consumer(topic, true)) {
			List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
			Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
			while (ends.entrySet().stream().anyMatch((end) -> consumer.position(end.getKey()) < end.getValue())) {
				consumer.poll(Duration.ofMillis(200)).forEach(records::add);
			}
			return records;
		}
	}

	/**
	 * A consumer of all partitions of a topic.
	 * @param topic the topic
	 * @param fromBeginning whether it begins at the beginning or at the end
	 * @return the consumer
	 */
	public static KafkaConsumer<String, byte[]> consumer(String topic, boolean fromBeginning) {
		KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
				Map.of("bootstrap.servers", Parts.kafka().bootstrapServers()), new StringDeserializer(),
				new ByteArrayDeserializer());
		Collection<TopicPartition> partitions = consumer.partitionsFor(topic)
			.stream()
			.map((info) -> new TopicPartition(topic, info.partition()))
			.toList();
		consumer.assign(partitions);
		if (fromBeginning) {
			consumer.seekToBeginning(partitions);
		}
		else {
			consumer.seekToEnd(partitions);
			partitions.forEach(consumer::position);
		}
		return consumer;
	}

	/**
	 * Wait for a record.
	 * @param consumer reads the topic
	 * @param wanted which
	 * @return the record
	 */
	public static ConsumerRecord<String, byte[]> await(KafkaConsumer<String, byte[]> consumer,
			Predicate<ConsumerRecord<String, byte[]>> wanted) {
		for (int i = 0; i < 1800; i++) {
			for (ConsumerRecord<String, byte[]> item : consumer.poll(Duration.ofMillis(50))) {
				if (wanted.test(item)) {
					return item;
				}
			}
		}
		throw new AssertionError("the record did not come in time");
	}

	/**
	 * The headers of a record.
	 * @param item the record
	 * @return their values by name
	 */
	public static Map<String, String> headers(ConsumerRecord<?, ?> item) {
		Map<String, String> headers = new HashMap<>();
		item.headers()
			.forEach((header) -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
		return headers;
	}

	/**
	 * Make a topic unless it is there.
	 * @param topic the topic
	 * @param partitions how many partitions
	 */
	public static void ensure(String topic, int partitions) {
		try (Admin admin = admin()) {
			if (!get(admin.listTopics().names()).contains(topic)) {
				get(admin.createTopics(Set.of(new NewTopic(topic, partitions, (short) 1))).all());
				awaitLeaders(admin, topic, partitions);
			}
		}
	}

	/**
	 * Delete a topic and make it anew, empty.
	 * @param topic the topic
	 * @param partitions how many partitions
	 */
	public static void makeAnew(String topic, int partitions) {
		try (Admin admin = admin()) {
			get(admin.deleteTopics(Set.of(topic)).all());
			Await.until(topic + " is gone", () -> !get(admin.listTopics().names()).contains(topic));
			// The broker takes long to recover when it learns of both at once.
			Thread.sleep(1500);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		ensure(topic, partitions);
	}

	/**
	 * Where a topic ends at present.
	 * @param topic the topic
	 * @return its id and the end of each partition
	 */
	public static Ends ends(String topic) {
		try (Admin admin = admin(); KafkaConsumer<String, byte[]> consumer = consumer(topic, true)) {
			TopicDescription found = get(admin.describeTopics(Set.of(topic)).allTopicNames()).get(topic);
			String id = Objects.requireNonNull(found, topic).topicId().toString();
			Map<Integer, Long> ends = new HashMap<>();
			consumer.endOffsets(consumer.assignment())
				.forEach((partition, end) -> ends.put(partition.partition(), end));
			return new Ends(id, ends);
		}
	}

	private static void awaitLeaders(Admin admin, String topic, int partitions) {
		Await.until(topic + " has leaders", () -> {
			TopicDescription found = get(admin.describeTopics(Set.of(topic)).allTopicNames()).get(topic);
			return found != null
					&& found.partitions().stream().filter((item) -> item.leader() != null).count() == partitions;
		});
		// A leader that does not know it yet loses the first batch of a producer for
		// good.
		get(admin
			.listOffsets(IntStream.range(0, partitions)
				.mapToObj((partition) -> new TopicPartition(topic, partition))
				.collect(Collectors.toMap((partition) -> partition, (partition) -> OffsetSpec.latest())))
			.all());
	}

	/**
	 * Where a topic ends.
	 *
	 * @param topicId its id
	 * @param offsets the end of each partition
	 */
	public record Ends(String topicId, Map<Integer, Long> offsets) {
	}

	/**
	 * Set the offsets that the broker keeps for a group to the beginning or to the end.
	 * @param group the group, without members
	 * @param topic the topic
	 * @param toEnd to the end, past what was not read
	 */
	public static void moveGroup(String group, String topic, boolean toEnd) {
		try (Admin admin = admin(); KafkaConsumer<String, byte[]> consumer = consumer(topic, true)) {
			Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
			consumer.endOffsets(consumer.assignment())
				.forEach((partition, end) -> offsets.put(partition, new OffsetAndMetadata(toEnd ? end : 0)));
			get(admin.alterConsumerGroupOffsets(group, offsets).all());
		}
	}

	private static Admin admin() {
		return Admin.create(Map.of("bootstrap.servers", Parts.kafka().bootstrapServers()));
	}

	private static <T> T get(Future<T> future) {
		try {
			return future.get();
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
