package io.hilum.routing.health.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.hilum.routing.health.HealthNews;
import io.hilum.routing.health.HealthNews.State;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is told keeps to the contract, and what is heard is read from it.
 */
class HealthChangedTests {

	private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
		.getSchema(resource("/contracts/events/health-changed-v1.schema.json"), InputFormat.JSON);

	private static final SharedHealthProperties PROPERTIES = new SharedHealthProperties(true, "t", 10,
			Duration.ofSeconds(1));

	private static final Instant AT = Instant.parse("2026-01-05T08:00:00.250Z");

	private final List<HealthNews> heard = new ArrayList<>();

	private final HealthTopicListener reader = new HealthTopicListener("t", "me", this.heard::add);

	@ParameterizedTest
	@EnumSource
	void tellsWhatTheContractSaysAndHearsItFromOthers(State state) throws InterruptedException {
		HealthNews news = new HealthNews("azure-east/gpt-4o", state, AT, AT.plusSeconds(5));
		ProducerRecord<String, byte[]> message = told(news, "other");
		String json = new String(message.value(), StandardCharsets.UTF_8);
		assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
		assertThat(message.key()).isEqualTo("azure-east/gpt-4o");
		assertThat(message.headers().lastHeader("ce_type").value())
			.isEqualTo("hilum.health.changed.v1".getBytes(StandardCharsets.UTF_8));
		this.reader.hear("key", message.value());
		assertThat(this.heard).containsExactly(news);
	}

	@Test
	void doesNotHearItself() throws InterruptedException {
		this.reader.hear("key", told(new HealthNews("d", State.OPEN, AT, AT), "me").value());
		assertThat(this.heard).isEmpty();
	}

	@Test
	void readsTheExampleOfTheContract() throws IOException {
		byte[] example = resource("/contracts/examples/health-changed-v1/open.json").readAllBytes();
		this.reader.hear("key", example);
		assertThat(this.heard).containsExactly(new HealthNews("azure-east/gpt-4o", State.OPEN, AT, AT.plusSeconds(5)));
		assertThat(JsonMapper.shared().readTree(example).path("state").asString()).isEqualTo("open");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{\"state\":\"open\",\"deployment\":\"d\",\"replica\":\"r\"}",
			"{\"at\":\"2026-01-05T08:00:00Z\",\"until\":\"2026-01-05T08:00:00Z\",\"state\":\"sleepy\",\"deployment\":\"d\",\"replica\":\"r\"}",
			"\u0000" })
	void passesOverWhatItCannotRead(String message) {
		this.reader.hear("key", message.getBytes(StandardCharsets.UTF_8));
		this.reader.hear("key", null);
		assertThat(this.heard).isEmpty();
	}

	private static ProducerRecord<String, byte[]> told(HealthNews news, String replica) throws InterruptedException {
		MockProducer<String, byte[]> producer = new MockProducer<>(true, null, new StringSerializer(),
				new ByteArraySerializer());
		try (KafkaHealthTeller teller = new KafkaHealthTeller(() -> producer, PROPERTIES, "routing-service", replica)) {
			teller.tell(news);
			for (int i = 0; i < 6000 && producer.history().isEmpty(); i++) {
				Thread.sleep(10);
			}
		}
		assertThat(producer.history()).hasSize(1);
		return producer.history().getFirst();
	}

	private static InputStream resource(String path) {
		return Objects.requireNonNull(HealthChangedTests.class.getResourceAsStream(path), path);
	}

}
