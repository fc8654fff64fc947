package io.hilum.usage.inbox.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Continues the traces of the requests whose events are taken in: one span for each event
 * whose request is sampled, in the trace of that request, as OpenTelemetry's conventions
 * for messaging have it. The others cost a look at one header.
 */
@Component
class LetterTraces {

	private static final String TRACE_PARENT = "traceparent";

	private final Tracer tracer;

	private final Propagator propagator;

	LetterTraces(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
		this.tracer = tracer.getIfAvailable(() -> Tracer.NOOP);
		this.propagator = propagator.getIfAvailable(() -> Propagator.NOOP);
	}

	/**
	 * Begin the spans of a batch.
	 * @param records the records of each partition
	 * @return the spans, which end together
	 */
	Spans begin(Collection<List<ConsumerRecord<byte[], byte[]>>> records) {
		return new Spans(records.stream()
			.flatMap(List::stream)
			.filter((item) -> isSampled(text(item.headers(), TRACE_PARENT)))
			.map(this::begin)
			.toList());
	}

	private Span begin(ConsumerRecord<byte[], byte[]> item) {
		Span.Builder span = (this.tracer != Tracer.NOOP) ? this.propagator.extract(item.headers(), LetterTraces::text)
				: this.tracer.spanBuilder();
		return span.kind(Span.Kind.CONSUMER)
			.name(item.topic() + " process")
			.tag("messaging.system", "kafka")
			.tag("messaging.operation.type", "process")
			.tag("messaging.destination.name", item.topic())
			.tag("messaging.destination.partition.id", Integer.toString(item.partition()))
			.tag("messaging.kafka.offset", Long.toString(item.offset()))
			.start();
	}

	/**
	 * The last bit of the last byte of a W3C {@code traceparent}.
	 */
	private static boolean isSampled(@Nullable String traceParent) {
		return traceParent != null && !traceParent.isEmpty()
				&& (Character.digit(traceParent.charAt(traceParent.length() - 1), 16) & 1) == 1;
	}

	private static @Nullable String text(Headers headers, String name) {
		Header header = headers.lastHeader(name);
		return (header != null && header.value() != null) ? new String(header.value(), StandardCharsets.US_ASCII)
				: null;
	}

	/**
	 * The open spans of a batch.
	 *
	 * @param spans one for each event of a sampled request
	 */
	record Spans(List<Span> spans) implements AutoCloseable {

		/**
		 * Note that the batch failed. Not by its exception, which may quote an event.
		 */
		void failed() {
			this.spans.forEach((span) -> span.tag("error.type", "batch_failed"));
		}

		@Override
		public void close() {
			this.spans.forEach(Span::end);
		}

	}

}
