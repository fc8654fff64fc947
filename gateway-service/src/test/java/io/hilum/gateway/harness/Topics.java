package io.hilum.gateway.harness;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the tests write to Kafka and read from it.
 */
public final class Topics implements AutoCloseable {

	private final String servers;

	private final KafkaProducer<String, String> producer;

	Topics(String servers) {
		this.servers = servers;
		this.producer = new KafkaProducer<>(Map.of("bootstrap.servers", servers), new StringSerializer(),
				new StringSerializer());
	}

	void create() {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", this.servers))) {
			Set<String> present = admin.listTopics().names().get();
			List<NewTopic> missing = new ArrayList<>();
			if (!present.contains("hilum.access.v1")) {
				missing.add(new NewTopic("hilum.access.v1", 1, (short) 1).configs(Map.of("cleanup.policy", "compact")));
			}
			if (!present.contains("hilum.audit.v1")) {
				missing.add(new NewTopic("hilum.audit.v1", 3, (short) 1));
			}
			admin.createTopics(missing).all().get();
		}
		catch (ExecutionException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Change the access of a key.
	 * @param id its id
	 * @param json its new state
	 */
	public void changeKey(String id, String json) {
		try {
			this.producer.send(new ProducerRecord<>("hilum.access.v1", "key:" + id, json)).get();
		}
		catch (ExecutionException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Read the audit events of one request.
	 * @param requestId the id of the request
	 * @return its events, after the first of them and a moment more
	 */
	public List<JsonNode> audit(String requestId) {
		List<JsonNode> found = new ArrayList<>();
		try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", this.servers),
				new StringDeserializer(), new StringDeserializer())) {
			List<TopicPartition> partitions = consumer.partitionsFor("hilum.audit.v1")
				.stream()
				.map((partition) -> new TopicPartition(partition.topic(), partition.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			long deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
			while (System.nanoTime() < deadline) {
				for (ConsumerRecord<String, String> event : consumer.poll(Duration.ofMillis(200))) {
					if (requestId.equals(event.key())) {
						requireCloudEvent(event);
						found.add(JsonMapper.shared().readTree(event.value()));
						deadline = System.nanoTime() + Duration.ofMillis(700).toNanos();
					}
				}
			}
		}
		return found;
	}

	private static void requireCloudEvent(ConsumerRecord<String, String> event) {
		String version = new String(event.headers().lastHeader("ce_specversion").value(), StandardCharsets.UTF_8);
		if (!version.equals("1.0")) {
			throw new AssertionError("not a CloudEvent: " + version);
		}
	}

	@Override
	public void close() {
		this.producer.close();
	}

}
