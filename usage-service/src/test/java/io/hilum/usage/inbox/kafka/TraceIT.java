package io.hilum.usage.inbox.kafka;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.hilum.usage.Await;
import io.hilum.usage.RunningService;
import io.hilum.usage.TestDatabase;
import io.hilum.usage.TestTopics;
import io.hilum.usage.UsageApplication;
import io.hilum.usage.ledger.LedgerFixtures;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A request's trace goes on through Kafka: events of other services are taken in within
 * it, and what this service decides is published, and taken in, within it.
 */
class TraceIT {

	private static final String SPAN = "00f067aa0ba902b7";

	private final String trace = UUID.randomUUID().toString().replace("-", "");

	private final TestDatabase database = TestDatabase.create();

	private final InMemorySpanExporter spans = InMemorySpanExporter.create();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path home;

	@SuppressWarnings("NullAway.Init")
	private RunningService service;

	@BeforeEach
	void start() {
		for (String topic : List.of("hilum.usage.v1", "hilum.audit.v1")) {
			TestTopics.ensure(topic, 6);
			this.database.atTheEndOf(topic);
		}
		this.service = RunningService.start(
				UsageApplication.application()
					.initializers((context) -> ((GenericApplicationContext) context).registerBean(SpanExporter.class,
							() -> this.spans)),
				this.database.part(), this.home, "--management.opentelemetry.tracing.export.schedule-delay=100ms");
	}

	@AfterEach
	void stop() {
		this.service.close();
	}

	@Test
	void takesAUsageEventInWithinTheTraceOfItsRequest() {
		send("00-" + this.trace + "-" + SPAN + "-01");
		SpanData span = awaitConsumer("hilum.usage.v1");
		assertThat(span.getParentSpanId()).isEqualTo(SPAN);
		assertThat(span.getName()).isEqualTo("hilum.usage.v1 process");
		assertThat(span.getAttributes().asMap().values()).contains("kafka");
	}

	@Test
	void spendsNothingOnRequestsThatAreNotSampled() {
		send("00-" + this.trace.replace('4', '5') + "-" + SPAN + "-00");
		send("00-" + this.trace + "-" + SPAN + "-01");
		awaitConsumer("hilum.usage.v1");
		assertThat(this.spans.getFinishedSpanItems()).filteredOn((span) -> span.getKind() == SpanKind.CONSUMER)
			.extracting(SpanData::getTraceId)
			.containsOnly(this.trace);
	}

	@Test
	void publishesAChangeAndItsEvidenceWithinTheTraceOfItsRequest() {
		this.service.as(RunningService.AMELIA)
			.post()
			.uri("/v1/keys")
			.header("traceparent", "00-" + this.trace + "-" + SPAN + "-01")
			.bodyValue(Map.of("name", "traced"))
			.exchange()
			.expectStatus()
			.isCreated();
		awaitConsumer("hilum.audit.v1");
		Await.until("a span of the request", () -> server().isPresent());
		SpanData server = server().orElseThrow();
		for (String topic : List.of("hilum.access.v1", "hilum.audit.v1")) {
			List<String> parents = TestTopics.readAll(topic)
				.stream()
				.map(TraceIT::traceParent)
				.filter((parent) -> parent.contains(this.trace))
				.toList();
			assertThat(parents).as(topic).containsOnly("00-" + this.trace + "-" + server.getSpanId() + "-01");
		}
	}

	private Optional<SpanData> server() {
		return this.spans.getFinishedSpanItems()
			.stream()
			.filter((span) -> span.getKind() == SpanKind.SERVER && span.getTraceId().equals(this.trace))
			.findFirst();
	}

	private SpanData awaitConsumer(String topic) {
		Await.until("a span of " + topic, () -> consumers(topic).size() == 1);
		return consumers(topic).getFirst();
	}

	private List<SpanData> consumers(String topic) {
		return this.spans.getFinishedSpanItems()
			.stream()
			.filter((span) -> span.getKind() == SpanKind.CONSUMER && span.getTraceId().equals(this.trace)
					&& span.getName().startsWith(topic))
			.toList();
	}

	private static String traceParent(ConsumerRecord<String, byte[]> item) {
		return TestTopics.headers(item).getOrDefault("traceparent", "");
	}

	private static void send(String traceParent) {
		byte[] event = LedgerFixtures.event((tree) -> tree.put("team", "traced"))
			.toString()
			.getBytes(StandardCharsets.UTF_8);
		ProducerRecord<String, byte[]> message = new ProducerRecord<>("hilum.usage.v1", "traced", event);
		message.headers().add("traceparent", traceParent.getBytes(StandardCharsets.UTF_8));
		try (KafkaProducer<String, byte[]> producer = TestTopics.producer()) {
			var unused = producer.send(message);
		}
	}

}
