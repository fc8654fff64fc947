package io.hilum.routing.budget.kafka;

import java.util.List;

import io.hilum.routing.budget.ThresholdReached;
import io.hilum.routing.budget.Warnings;
import io.hilum.routing.topic.kafka.TopicWriter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Tells of budgets on their topic. They pass no journal, since they lie in Redis until
 * they are told, and so a topic that is not there holds up no usage.
 */
final class KafkaWarnings implements Warnings, AutoCloseable {

	private static final String TYPE = "hilum.budget.threshold-reached.v1";

	private static final List<String> KINDS = List.of("organisation", "team", "user", "application", "key");

	private final TopicWriter topic;

	private final MeterRegistry meters;

	KafkaWarnings(TopicWriter topic, MeterRegistry meters) {
		this.topic = topic;
		this.meters = meters;
		KINDS.forEach(this::told);
	}

	@Override
	public void tell(ThresholdReached reached) {
		this.topic.write(reached.budget(), reached.id(), TYPE, reached.time(), ThresholdJson.of(reached));
		told(reached.kind()).increment();
	}

	/**
	 * There from the start, so that an alert sees the first one as a step.
	 */
	private Counter told(String kind) {
		return this.meters.counter("hilum.budget.warnings", "kind", kind);
	}

	@Override
	public void close() {
		this.topic.close();
	}

}
