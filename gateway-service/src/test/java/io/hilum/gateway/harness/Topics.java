package io.hilum.gateway.harness;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
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

	private static final Schema HEADERS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
		.getSchema(Topics.class.getResourceAsStream("/contracts/events/cloud-event-headers-v1.schema.json"));

	private static final Schema AUDIT = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
		.getSchema(Topics.class.getResourceAsStream("/contracts/events/audit-recorded-v1.schema.json"));

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
		change("key:" + id, json);
	}

	/**
	 * Publish a change of a grant.
	 * @param id its id
	 * @param json the event
	 */
	public void changeGrant(String id, String json) {
		change("grant:" + id, json);
	}

	private void change(String key, String json) {
		try {
			this.producer.send(new ProducerRecord<>("hilum.access.v1", key, json)).get();
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
		return records(requestId).stream().map((event) -> JsonMapper.shared().readTree(event.value())).toList();
	}

	/**
	 * Hold an audit event against its contract.
	 * @param event the event
	 * @return what is wrong with it
	 */
	public static List<Error> errors(JsonNode event) {
		return AUDIT.validate(event.toString(), InputFormat.JSON);
	}

	/**
	 * Read the headers of the audit events of one request.
	 * @param requestId the id of the request
	 * @return their headers
	 */
	public List<Map<String, String>> auditHeaders(String requestId) {
		return records(requestId).stream().map(Topics::headers).toList();
	}

	/**
	 * Read the audit events of several requests.
	 * @param requestIds the ids of the requests
	 * @return the events of each, once each has one and a moment more
	 */
	public Map<String, List<JsonNode>> audit(Collection<String> requestIds) {
		Map<String, List<JsonNode>> found = new TreeMap<>();
		for (ConsumerRecord<String, String> event : records(Set.copyOf(requestIds))) {
			found.computeIfAbsent(event.key(), (id) -> new ArrayList<>())
				.add(JsonMapper.shared().readTree(event.value()));
		}
		return found;
	}

	private List<ConsumerRecord<String, String>> records(String requestId) {
		return records(Set.of(requestId));
	}

	private List<ConsumerRecord<String, String>> records(Set<String> requestIds) {
		Set<String> missing = new HashSet<>(requestIds);
		List<ConsumerRecord<String, String>> found = new ArrayList<>();
		try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", this.servers),
				new StringDeserializer(), new StringDeserializer())) {
			List<TopicPartition> partitions = consumer.partitionsFor("hilum.audit.v1")
				.stream()
				.map((partition) -> new TopicPartition(partition.topic(), partition.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
			while (System.nanoTime() < deadline) {
				for (ConsumerRecord<String, String> event : consumer.poll(Duration.ofMillis(200))) {
					if (requestIds.contains(event.key())) {
						requireCloudEvent(event);
						found.add(event);
						missing.remove(event.key());
						deadline = missing.isEmpty() ? System.nanoTime() + Duration.ofMillis(700).toNanos() : deadline;
					}
				}
			}
		}
		return found;
	}

	private static void requireCloudEvent(ConsumerRecord<String, String> event) {
		List<Error> errors = HEADERS.validate(JsonMapper.shared().writeValueAsString(headers(event)), InputFormat.JSON);
		if (!errors.isEmpty()) {
			throw new AssertionError("not a CloudEvent: " + errors);
		}
	}

	private static Map<String, String> headers(ConsumerRecord<String, String> event) {
		Map<String, String> headers = new TreeMap<>();
		event.headers()
			.forEach((header) -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
		return headers;
	}

	@Override
	public void close() {
		this.producer.close();
	}

}
