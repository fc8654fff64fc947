package io.hilum.routing.topic.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/**
 * Writes events that are few and that no request waits for: each waits for the brokers.
 * Thread-safe.
 */
public final class TopicWriter implements AutoCloseable {

	private final Supplier<Producer<String, byte[]>> producers;

	private final String topic;

	private final String source;

	private final Duration patience;

	private @Nullable Producer<String, byte[]> producer;

	/**
	 * Write to a topic.
	 * @param producers makes the producer when the first event is written
	 * @param topic the topic
	 * @param service the name of this service
	 * @param patience how long an event may take
	 */
	public TopicWriter(Supplier<Producer<String, byte[]>> producers, String topic, String service, Duration patience) {
		this.producers = producers;
		this.topic = topic;
		this.source = "/" + service;
		this.patience = patience;
	}

	/**
	 * Producers that give up in time.
	 * @param kafka where Kafka is
	 * @param patience when they give up
	 * @return makes such producers
	 */
	public static Supplier<Producer<String, byte[]>> producers(KafkaProperties kafka, Duration patience) {
		int millis = Math.toIntExact(patience.toMillis());
		Map<String, Object> settings = new HashMap<>(kafka.buildProducerProperties());
		settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
		settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
		settings.put(ProducerConfig.ACKS_CONFIG, "all");
		settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
		settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis);
		settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 2);
		settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
		return () -> new KafkaProducer<>(settings);
	}

	/**
	 * Write an event. When this returns the brokers have it, else a
	 * {@link KafkaException} is thrown.
	 * @param key its key
	 * @param id its id
	 * @param type its type
	 * @param time when it happened
	 * @param value its JSON
	 */
	public void write(String key, String id, String type, Instant time, byte[] value) {
		ProducerRecord<String, byte[]> message = new ProducerRecord<>(this.topic, key, value);
		Map<String, String> headers = Map.of("ce_specversion", "1.0", "ce_id", id, "ce_source", this.source, "ce_type",
				type, "ce_time", time.truncatedTo(ChronoUnit.MILLIS).toString(), "content-type", "application/json");
		headers.forEach((name, content) -> message.headers()
			.add(new RecordHeader(name, content.getBytes(StandardCharsets.UTF_8))));
		try {
			var unused = producer().send(message).get(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new KafkaException("not acknowledged", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new KafkaException("interrupted", ex);
		}
	}

	private synchronized Producer<String, byte[]> producer() {
		if (this.producer == null) {
			this.producer = this.producers.get();
		}
		return this.producer;
	}

	@Override
	public synchronized void close() {
		if (this.producer != null) {
			this.producer.close(Duration.ZERO);
		}
	}

}
