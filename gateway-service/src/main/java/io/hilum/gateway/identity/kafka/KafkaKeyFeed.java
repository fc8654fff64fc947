package io.hilum.gateway.identity.kafka;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import io.hilum.gateway.identity.KeyRing;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Reads all of {@code hilum.access.v1}, and then follows it. Each replica reads for
 * itself, without a consumer group, since each needs every key. It runs on a thread of
 * its own.
 */
final class KafkaKeyFeed implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(KafkaKeyFeed.class);

	private final KeyRing ring;

	private final AccessChanges changes;

	private final Map<String, Object> consumerProperties;

	private final KeyFeedProperties properties;

	private final KeyLag lag;

	private boolean complete;

	private long askedAt;

	private volatile boolean running;

	private @Nullable Thread thread;

	KafkaKeyFeed(KeyRing ring, AccessChanges changes, Map<String, Object> consumerProperties,
			KeyFeedProperties properties, KeyLag lag) {
		this.ring = ring;
		this.changes = changes;
		this.consumerProperties = consumerProperties;
		this.properties = properties;
		this.lag = lag;
	}

	@Override
	public void start() {
		this.running = true;
		this.thread = Thread.ofPlatform().daemon().name("key-feed").start(this::run);
	}

	@Override
	public void stop() {
		this.running = false;
		if (this.thread != null) {
			this.thread.interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void run() {
		while (isRunning()) {
			try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(this.consumerProperties,
					new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
				read(consumer);
			}
			catch (InterruptException | WakeupException ex) {
				return;
			}
			catch (RuntimeException ex) {
				logger.warn("Keys are not followed at the moment: {}", ex.getClass().getSimpleName());
				pause();
			}
		}
	}

	private void read(Consumer<byte[], byte[]> consumer) {
		List<TopicPartition> partitions = partitions(consumer);
		while (isRunning() && partitions.isEmpty()) {
			pause();
			partitions = partitions(consumer);
		}
		consumer.assign(partitions);
		consumer.seekToBeginning(partitions);
		Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
		this.changes.startOver();
		while (isRunning()) {
			consumer.poll(this.properties.poll()).forEach(this::accept);
			listen(consumer, partitions);
			if (!this.complete
					&& ends.entrySet().stream().allMatch((end) -> consumer.position(end.getKey()) >= end.getValue())) {
				this.complete = true;
				this.ring.completed();
				logger.info("{} keys are known", this.ring.size());
			}
		}
	}

	/** A poll is silent alike when nothing changed and when nobody is there. */
	private void listen(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
		long now = System.nanoTime();
		if (this.askedAt != 0 && now - this.askedAt < this.properties.heartbeat().toNanos()) {
			return;
		}
		this.askedAt = now;
		try {
			consumer.endOffsets(partitions, this.properties.heartbeatTimeout());
			this.lag.heard();
		}
		catch (TimeoutException ex) {
			logger.warn("Keys are not followed at the moment: the broker is silent");
		}
	}

	private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
		List<PartitionInfo> known = consumer.partitionsFor(this.properties.topic(), this.properties.lookup());
		return Objects.requireNonNullElse(known, List.<PartitionInfo>of())
			.stream()
			.map((partition) -> new TopicPartition(partition.topic(), partition.partition()))
			.toList();
	}

	private void accept(ConsumerRecord<byte[], byte[]> changed) {
		this.changes.apply(changed.key(), changed.value()).filter((change) -> this.complete).ifPresent((change) -> {
			this.lag.inForce(change.changedAt());
		});
	}

	private void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(this.properties.retry().toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
