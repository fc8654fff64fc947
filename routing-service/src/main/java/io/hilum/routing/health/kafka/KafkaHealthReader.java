package io.hilum.routing.health.kafka;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import io.hilum.routing.health.HealthTeller;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears what other replicas tell, each replica all of it. From the beginning of the
 * topic, so that one that starts knows at once what is broken; what has expired has no
 * effect.
 */
final class KafkaHealthReader implements SmartLifecycle {

	private static final Logger LOG = LoggerFactory.getLogger(KafkaHealthReader.class);

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Duration POLL = Duration.ofMillis(500);

	private final Supplier<Consumer<String, byte[]>> consumers;

	private final SharedHealthProperties properties;

	private final String replica;

	private final HealthTeller listener;

	private volatile boolean running;

	private volatile @Nullable Thread thread;

	private volatile @Nullable Consumer<String, byte[]> present;

	private boolean complained;

	KafkaHealthReader(Supplier<Consumer<String, byte[]>> consumers, SharedHealthProperties properties, String replica,
			HealthTeller listener) {
		this.consumers = consumers;
		this.properties = properties;
		this.replica = replica;
		this.listener = listener;
	}

	@Override
	public void start() {
		this.running = true;
		this.thread = Thread.ofPlatform().daemon().name("health-reader").start(this::run);
	}

	private void run() {
		while (this.running) {
			try (var consumer = this.consumers.get()) {
				this.present = consumer;
				read(consumer);
			}
			catch (WakeupException | InterruptException ex) {
				return;
			}
			catch (KafkaException ex) {
				complain(ex.getClass().getSimpleName());
			}
		}
	}

	private void read(Consumer<String, byte[]> consumer) {
		List<PartitionInfo> found = consumer.partitionsFor(this.properties.topic());
		if (found == null || found.isEmpty()) {
			complain("it does not exist");
			return;
		}
		List<TopicPartition> partitions = found.stream()
			.map((info) -> new TopicPartition(info.topic(), info.partition()))
			.toList();
		consumer.assign(partitions);
		consumer.seekToBeginning(partitions);
		while (this.running) {
			for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
				hear(message.value());
			}
		}
	}

	/**
	 * Hear one message. One that cannot be read must not stop the ones behind it.
	 */
	void hear(byte @Nullable [] message) {
		if (message == null) {
			return;
		}
		try {
			HealthChangedV1 changed = JSON.readValue(message, HealthChangedV1.class);
			if (!this.replica.equals(changed.replica())) {
				this.listener.tell(changed.news());
			}
		}
		catch (JacksonException | IllegalArgumentException ex) {
			LOG.warn("A message of {} cannot be read: {}", this.properties.topic(), ex.getClass().getSimpleName());
		}
	}

	private void complain(String why) {
		if (!this.complained) {
			LOG.warn("{} cannot be read, so this replica finds out by itself which deployments answer: {}",
					this.properties.topic(), why);
		}
		this.complained = true;
		try {
			Thread.sleep(this.properties.retryPause());
		}
		catch (InterruptedException ex) {
			this.running = false;
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

	/**
	 * A thread that waits to try again is told to stop waiting.
	 */
	private static void join(Thread reading) {
		try {
			if (!reading.join(Duration.ofSeconds(1))) {
				reading.interrupt();
				reading.join(Duration.ofSeconds(5));
			}
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
