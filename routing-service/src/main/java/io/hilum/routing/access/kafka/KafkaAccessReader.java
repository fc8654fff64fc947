package io.hilum.routing.access.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.hilum.routing.access.BudgetChanges;
import io.hilum.routing.budget.Budgets;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Reads the access topic from its begin, and then goes on reading. Every replica reads
 * all of it, so there is no consumer group and no offset to commit.
 */
final class KafkaAccessReader implements SmartLifecycle {

	private static final Logger LOG = LoggerFactory.getLogger(KafkaAccessReader.class);

	private static final Duration POLL = Duration.ofMillis(500);

	private final Supplier<Consumer<String, byte[]>> consumers;

	private final AccessProperties properties;

	private final BudgetChanges changes;

	private final Budgets budgets;

	private volatile boolean running;

	private volatile @Nullable Thread thread;

	private volatile @Nullable Consumer<String, byte[]> present;

	KafkaAccessReader(Supplier<Consumer<String, byte[]>> consumers, AccessProperties properties, Budgets budgets) {
		this.consumers = consumers;
		this.properties = properties;
		this.changes = new BudgetChanges(budgets);
		this.budgets = budgets;
	}

	@Override
	public void start() {
		this.running = true;
		this.thread = Thread.ofPlatform().daemon().name("access-reader").start(this::run);
	}

	private void run() {
		while (isRunning()) {
			try (Consumer<String, byte[]> consumer = this.consumers.get()) {
				this.present = consumer;
				read(consumer);
			}
			catch (WakeupException ex) {
				return;
			}
			catch (KafkaException ex) {
				LOG.warn("The access topic cannot be read at present: {}", ex.getClass().getSimpleName());
				pause();
			}
		}
	}

	private void read(Consumer<String, byte[]> consumer) {
		List<TopicPartition> partitions = partitions(consumer);
		if (partitions.isEmpty()) {
			LOG.info("The topic {} does not exist yet", this.properties.topic());
			pause();
			return;
		}
		consumer.assign(partitions);
		consumer.seekToBeginning(partitions);
		Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
		while (isRunning()) {
			for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
				this.changes.apply(message.key(), message.value());
			}
			if (!this.budgets.isComplete() && reached(consumer, ends)) {
				this.budgets.markComplete();
				LOG.info("All budgets are known");
			}
		}
	}

	private List<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
		List<PartitionInfo> found = consumer.partitionsFor(this.properties.topic());
		return (found == null) ? List.of()
				: found.stream().map((info) -> new TopicPartition(info.topic(), info.partition())).toList();
	}

	private static boolean reached(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
		return ends.entrySet().stream().allMatch((end) -> consumer.position(end.getKey()) >= end.getValue());
	}

	private void pause() {
		try {
			Thread.sleep(this.properties.retryPause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void stop() {
		Thread reading = this.thread;
		Consumer<String, byte[]> consumer = this.present;
		this.running = false;
		if (consumer != null) {
			consumer.wakeup();
		}
		if (reading != null) {
			join(reading);
		}
	}

	private static void join(Thread reading) {
		try {
			reading.join(Duration.ofSeconds(5));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
