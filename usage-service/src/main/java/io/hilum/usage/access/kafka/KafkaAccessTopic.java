package io.hilum.usage.access.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.hilum.usage.access.AccessProperties;
import io.hilum.usage.access.AccessState;
import io.hilum.usage.access.AccessTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the compacted topic from its beginning to its present end. The last record of a
 * key counts, since that is what compaction leaves, even if an older copy was written
 * after the newest state.
 */
@Component
class KafkaAccessTopic implements AccessTopic {

	private static final Duration POLL = Duration.ofMillis(500);

	private final ConsumerFactory<byte[], byte[]> consumers;

	private final JsonMapper json;

	private final AccessProperties properties;

	KafkaAccessTopic(ConsumerFactory<byte[], byte[]> consumers, JsonMapper json, AccessProperties properties) {
		this.consumers = consumers;
		this.json = json;
		this.properties = properties;
	}

	@Override
	public Mono<Map<String, Long>> versions() {
		return Mono.fromCallable(this::read).subscribeOn(Schedulers.boundedElastic());
	}

	private Map<String, Long> read() {
		try (Consumer<byte[], byte[]> consumer = this.consumers.createConsumer("usage-service-repair", "")) {
			List<TopicPartition> partitions = consumer.partitionsFor(AccessState.TOPIC)
				.stream()
				.map((info) -> new TopicPartition(info.topic(), info.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			return readToEnd(consumer, consumer.endOffsets(partitions));
		}
	}

	private Map<String, Long> readToEnd(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
		Map<String, Long> versions = new HashMap<>();
		long deadline = System.nanoTime() + this.properties.repairTimeout().toNanos();
		while (ends.entrySet().stream().anyMatch((end) -> consumer.position(end.getKey()) < end.getValue())) {
			if (System.nanoTime() > deadline || versions.size() > this.properties.maxEntries()) {
				throw new IllegalStateException("the access topic is too long to be compared");
			}
			consumer.poll(POLL).forEach((entry) -> note(entry, versions));
		}
		return versions;
	}

	private void note(ConsumerRecord<byte[], byte[]> entry, Map<String, Long> versions) {
		if (entry.key() == null) {
			return;
		}
		String key = new String(entry.key(), StandardCharsets.UTF_8);
		if (entry.value() == null) {
			versions.remove(key);
			return;
		}
		try {
			versions.put(key, this.json.readTree(entry.value()).path("version").asLong(0));
		}
		catch (JacksonException ex) {
			versions.put(key, 0L);
		}
	}

}
