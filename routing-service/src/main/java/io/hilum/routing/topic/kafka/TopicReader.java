package io.hilum.routing.topic.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;

/**
 * Reads a topic from its begin, and then goes on reading. Every replica reads all of it,
 * so there is no consumer group and no offset to commit.
 */
public final class TopicReader implements SmartLifecycle {

	private static final Duration POLL = Duration.ofMillis(500);

	private final Supplier<Consumer<String, byte[]>> consumers;

	private final String topic;

	private final Duration retryPause;

	private final TopicListener listener;

	private volatile boolean running;

	private volatile @Nullable Thread thread;

	private volatile @Nullable Consumer<String, byte[]> present;

	/**
	 * Create a reader.
	 * @param consumers makes a consumer for each try
	 * @param topic the topic
	 * @param retryPause the pause before a topic that cannot be read is tried again
	 * @param listener hears what is read
	 */
	public TopicReader(Supplier<Consumer<String, byte[]>> consumers, String topic, Duration retryPause,
			TopicListener listener) {
		this.consumers = consumers;
		this.topic = topic;
		this.retryPause = retryPause;
		this.listener = listener;
	}

	/**
	 * Consumers that belong to no group and make no topic.
	 * @param kafka where Kafka is
	 * @return makes such consumers
	 */
	public static Supplier<Consumer<String, byte[]>> consumers(KafkaProperties kafka) {
		Map<String, Object> settings = settings(kafka);
		return () -> new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
	}

	/**
	 * Where a broker has lost what this reader has read last, it reads all of the topic
	 * again: what it would otherwise skip may be a lower limit. The consumer is to say so
	 * and not to go back by itself, since the listener has to know.
	 */
	static Map<String, Object> settings(KafkaProperties kafka) {
		Map<String, Object> settings = new HashMap<>(kafka.buildConsumerProperties());
		settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
		settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
		return settings;
	}

	@Override
	public void start() {
		this.running = true;
		this.thread = Thread.ofPlatform().daemon().name("reader-of-" + this.topic).start(this::run);
	}

	private void run() {
		while (this.running) {
			try (Consumer<String, byte[]> consumer = this.consumers.get()) {
				this.present = consumer;
				read(consumer);
			}
			catch (WakeupException | InterruptException ex) {
				return;
			}
			catch (RuntimeException ex) {
				pause(ex.getClass().getSimpleName());
			}
		}
	}

	private void read(Consumer<String, byte[]> consumer) {
		List<PartitionInfo> found = consumer.partitionsFor(this.topic);
		if (found == null || found.isEmpty()) {
			pause("it does not exist");
			return;
		}
		List<TopicPartition> partitions = found.stream()
			.map((info) -> new TopicPartition(info.topic(), info.partition()))
			.toList();
		consumer.assign(partitions);
		consumer.seekToBeginning(partitions);
		Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
		boolean behind = true;
		this.listener.startOver();
		while (this.running) {
			for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
				this.listener.hear(message.key(), message.value());
			}
			if (behind && reached(consumer, ends)) {
				behind = false;
				this.listener.caughtUp();
			}
		}
	}

	private static boolean reached(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
		return ends.entrySet().stream().allMatch((end) -> consumer.position(end.getKey()) >= end.getValue());
	}

	private void pause(String why) {
		this.listener.unreadable(why);
		try {
			Thread.sleep(this.retryPause);
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
