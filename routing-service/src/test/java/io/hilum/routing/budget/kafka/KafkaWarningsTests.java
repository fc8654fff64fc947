package io.hilum.routing.budget.kafka;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.hilum.routing.budget.BudgetWindow;
import io.hilum.routing.budget.ThresholdReached;
import io.hilum.routing.topic.kafka.TopicWriter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link KafkaWarnings} against the contract.
 */
class KafkaWarningsTests {

	private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
		.getSchema(resource("/contracts/events/budget-threshold-reached-v1.schema.json"), InputFormat.JSON);

	private static final ThresholdReached REACHED = new ThresholdReached("user:https://login.example|amelia",
			BudgetWindow.Unit.WEEK, LocalDate.of(2026, 1, 5), 80, 1_000, 801, true,
			Instant.parse("2026-01-05T08:00:00.250Z"));

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	@Test
	void tellsWhatTheContractSays() {
		MockProducer<String, byte[]> producer = new MockProducer<>(true, null, new StringSerializer(),
				new ByteArraySerializer());
		KafkaWarnings warnings = warnings(producer);
		warnings.tell(REACHED);
		warnings.tell(REACHED);
		ProducerRecord<String, byte[]> message = producer.history().getFirst();
		assertThat(SCHEMA.validate(new String(message.value(), StandardCharsets.UTF_8), InputFormat.JSON)).isEmpty();
		assertThat(message.key()).isEqualTo(REACHED.budget());
		assertThat(message.headers().lastHeader("ce_id").value()).as("the same id each time")
			.isEqualTo(producer.history().getLast().headers().lastHeader("ce_id").value());
		assertThat(this.meters.counter("hilum.budget.warnings", "kind", "user").count()).isEqualTo(2);
	}

	@Test
	void throwsWhatNoBrokerTook() {
		MockProducer<String, byte[]> producer = new MockProducer<>(false, null, new StringSerializer(),
				new ByteArraySerializer());
		KafkaWarnings warnings = warnings(producer);
		assertThatExceptionOfType(KafkaException.class).isThrownBy(() -> warnings.tell(REACHED));
		assertThat(this.meters.get("hilum.budget.warnings").tag("kind", "user").counter().count()).isZero();
	}

	@Test
	void theExampleIsWhatTheContractSays() {
		assertThat(SCHEMA.validate(resource("/contracts/examples/budget-threshold-reached-v1/eighty.json"),
				InputFormat.JSON))
			.isEmpty();
	}

	private KafkaWarnings warnings(MockProducer<String, byte[]> producer) {
		return new KafkaWarnings(new TopicWriter(() -> producer, "t", "routing-service", Duration.ofMillis(50)),
				this.meters);
	}

	private static String resource(String name) {
		try (InputStream content = Objects.requireNonNull(KafkaWarningsTests.class.getResourceAsStream(name))) {
			return new String(content.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
