package io.hilum.usage.outbox.kafka;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.hilum.usage.outbox.OutboxRecord;
import io.hilum.usage.outbox.Publisher;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Sends events to Kafka with the headers of CloudEvents 1.0 (binary mode of its Kafka
 * binding). The producer is idempotent, so that a retry inside it neither doubles nor
 * reorders; sending may wait for metadata and therefore has a thread of its own.
 */
@Component
class KafkaPublisher implements Publisher, DisposableBean {

	private static final int MAX_WAITING = 1000;

	private final KafkaTemplate<String, String> kafka;

	private final String source;

	private final Scheduler sender = Schedulers.newBoundedElastic(1, MAX_WAITING, "outbox-sender");

	KafkaPublisher(KafkaTemplate<String, String> kafka, @Value("${spring.application.name}") String source) {
		this.kafka = kafka;
		this.source = "/" + source;
	}

	@Override
	public Mono<Void> publish(List<OutboxRecord> events) {
		return Mono.fromCallable(() -> send(events)).subscribeOn(this.sender).flatMap(Mono::fromFuture);
	}

	@Override
	public void destroy() {
		this.sender.dispose();
	}

	private CompletableFuture<Void> send(List<OutboxRecord> events) {
		return CompletableFuture
			.allOf(events.stream().map(this::toRecord).map(this.kafka::send).toArray(CompletableFuture[]::new));
	}

	private ProducerRecord<String, String> toRecord(OutboxRecord event) {
		var message = new ProducerRecord<>(event.topic(), event.key(), event.value());
		put(message.headers(), "ce_specversion", "1.0");
		put(message.headers(), "ce_id", event.id().toString());
		put(message.headers(), "ce_source", this.source);
		put(message.headers(), "ce_type", event.type());
		put(message.headers(), "ce_time", event.time().toString());
		put(message.headers(), "content-type", "application/json");
		if (event.traceParent() != null) {
			put(message.headers(), "traceparent", event.traceParent());
		}
		return message;
	}

	private static void put(Headers headers, String name, String value) {
		headers.add(name, value.getBytes(StandardCharsets.UTF_8));
	}

}
