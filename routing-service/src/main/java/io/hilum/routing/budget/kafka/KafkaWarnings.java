package io.hilum.routing.budget.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.hilum.routing.budget.ThresholdReached;
import io.hilum.routing.budget.Warnings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * Tells of budgets on their topic. Each telling waits for the brokers; they are few, and
 * no request waits for them. They pass no journal, since they lie in Redis until they are
 * told, and so a topic that is not there holds up no usage.
 */
final class KafkaWarnings implements Warnings, AutoCloseable {

	private static final String TYPE = "hilum.budget.threshold-reached.v1";

	private final Supplier<Producer<String, byte[]>> producers;

	private static final List<String> KINDS = List.of("organisation", "team", "user", "application", "key");

	private final String topic;

	private final String source;

	private final Duration patience;

	private final MeterRegistry meters;

	private @Nullable Producer<String, byte[]> producer;

	KafkaWarnings(Supplier<Producer<String, byte[]>> producers, String topic, String service, Duration patience,
			MeterRegistry meters) {
		this.producers = producers;
		this.topic = topic;
		this.source = "/" + service;
		this.patience = patience;
		this.meters = meters;
		KINDS.forEach(this::told);
	}

	@Override
	public void tell(ThresholdReached reached) {
		try {
			var unused = producer().send(message(reached)).get(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new KafkaException("not acknowledged", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new KafkaException("interrupted", ex);
		}
		told(reached.kind()).increment();
	}

	/**
	 * There from the start, so that an alert sees the first one as a step.
	 */
	private Counter told(String kind) {
		return this.meters.counter("hilum.budget.warnings", "kind", kind);
	}

	private synchronized Producer<String, byte[]> producer() {
		if (this.producer == null) {
			this.producer = this.producers.get();
		}
		return this.producer;
	}

	private ProducerRecord<String, byte[]> message(ThresholdReached reached) {
		ProducerRecord<String, byte[]> message = new ProducerRecord<>(this.topic, reached.budget(),
				ThresholdJson.of(reached));
		Map<String, String> headers = Map.of("ce_specversion", "1.0", "ce_id", reached.id(), "ce_source", this.source,
				"ce_type", TYPE, "ce_time", ThresholdJson.time(reached), "content-type", "application/json");
		headers.forEach(
				(name, value) -> message.headers().add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8))));
		return message;
	}

	@Override
	public synchronized void close() {
		if (this.producer != null) {
			this.producer.close(Duration.ZERO);
		}
	}

}
