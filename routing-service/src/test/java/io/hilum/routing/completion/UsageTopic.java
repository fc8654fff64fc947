package io.hilum.routing.completion;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.hilum.parts.Parts;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;

import static io.hilum.routing.completion.LiveService.JSON;
import static io.hilum.routing.completion.LiveService.await;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads what is published.
 */
final class UsageTopic {

	static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
		.getSchema(resource("/contracts/events/usage-recorded-v1.schema.json"), InputFormat.JSON);

	private UsageTopic() {
	}

	static JsonNode usageOf(HttpResponse<?> answer) {
		return usage(answer.headers().firstValue("hilum-usage-id").orElseThrow());
	}

	static JsonNode usage(String id) {
		List<JsonNode> found = new ArrayList<>();
		await(() -> {
			usages().stream().filter((usage) -> usage.path("id").asString().equals(id)).forEach(found::add);
			return !found.isEmpty();
		});
		assertThat(found).hasSize(1);
		assertThat(SCHEMA.validate(found.getFirst().toString(), InputFormat.JSON)).isEmpty();
		return found.getFirst();
	}

	static Map<String, String> headersOf(HttpResponse<?> answer) {
		String id = answer.headers().firstValue("hilum-usage-id").orElseThrow();
		List<Map<String, String>> found = new ArrayList<>();
		await(() -> {
			records().stream()
				.map(UsageTopic::headers)
				.filter((all) -> id.equals(all.get("ce_id")))
				.forEach(found::add);
			return !found.isEmpty();
		});
		return found.getFirst();
	}

	private static Map<String, String> headers(ConsumerRecord<String, byte[]> event) {
		Map<String, String> headers = new TreeMap<>();
		event.headers()
			.forEach((header) -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
		return headers;
	}

	/**
	 * Every usage event that is on the topic by now.
	 */
	static List<JsonNode> usages() {
		return records().stream().map((message) -> JSON.readTree(message.value())).toList();
	}

	private static List<ConsumerRecord<String, byte[]>> records() {
		List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
		Properties settings = new Properties();
		settings.put("bootstrap.servers", Parts.kafka().bootstrapServers());
		try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
				new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = consumer.partitionsFor("hilum.usage.v1")
				.stream()
				.map((info) -> new TopicPartition(info.topic(), info.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			while (ends.entrySet().stream().anyMatch((end) -> consumer.position(end.getKey()) < end.getValue())) {
				consumer.poll(Duration.ofMillis(100)).forEach(records::add);
			}
		}
		return records;
	}

	static InputStream resource(String path) {
		InputStream content = UsageTopic.class.getResourceAsStream(path);
		if (content == null) {
			throw new IllegalStateException(path + " is not on the class path");
		}
		return content;
	}

}
