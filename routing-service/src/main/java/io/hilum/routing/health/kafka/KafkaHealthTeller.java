package io.hilum.routing.health.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;

import io.hilum.routing.health.HealthNews;
import io.hilum.routing.health.HealthTeller;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells other replicas by the topic. A thread of its own waits for Kafka, so that no
 * request does; what does not fit into its queue is not told.
 */
final class KafkaHealthTeller implements HealthTeller, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(KafkaHealthTeller.class);

	private static final JsonMapper JSON = JsonMapper.shared();

	private final BlockingQueue<HealthNews> waiting;

	private final Supplier<Producer<String, byte[]>> producers;

	private final String topic;

	private final String source;

	private final String replica;

	private final Thread thread;

	KafkaHealthTeller(Supplier<Producer<String, byte[]>> producers, SharedHealthProperties properties, String source,
			String replica) {
		this.producers = producers;
		this.topic = properties.topic();
		this.source = "/" + source;
		this.replica = replica;
		this.waiting = new ArrayBlockingQueue<>(properties.queue());
		this.thread = Thread.ofVirtual().name("health-teller").start(this::run);
	}

	@Override
	public void tell(HealthNews news) {
		if (!this.waiting.offer(news)) {
			logger.debug("The news about {} is not told: too much waits", news.deployment());
		}
	}

	private void run() {
		try (Producer<String, byte[]> producer = this.producers.get()) {
			while (true) {
				send(producer, this.waiting.take());
			}
		}
		catch (InterruptedException ex) {
			logger.debug("Nothing more is told");
		}
	}

	private void send(Producer<String, byte[]> producer, HealthNews news) {
		try {
			var unused = producer.send(message(news), (metadata, failure) -> {
				if (failure != null) {
					lost(news, failure);
				}
			});
		}
		catch (KafkaException ex) {
			lost(news, ex);
		}
	}

	private static void lost(HealthNews news, Exception cause) {
		logger.debug("The news about {} is lost: {}", news.deployment(), cause.getClass().getSimpleName());
	}

	private ProducerRecord<String, byte[]> message(HealthNews news) {
		ProducerRecord<String, byte[]> message = new ProducerRecord<>(this.topic, news.deployment(),
				JSON.writeValueAsBytes(HealthChangedV1.of(news, this.replica)));
		Map<String, String> headers = Map.of("ce_specversion", "1.0", "ce_id", UUID.randomUUID().toString(),
				"ce_source", this.source, "ce_type", "hilum.health.changed.v1", "ce_time", news.at().toString(),
				"content-type", "application/json");
		headers.forEach(
				(name, value) -> message.headers().add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8))));
		return message;
	}

	@Override
	public void close() {
		this.thread.interrupt();
	}

}
