package io.hilum.routing.health.kafka;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import io.hilum.parts.Parts;
import io.hilum.routing.health.HealthBoard;
import io.hilum.routing.health.HealthProperties;
import io.hilum.routing.health.Outcome;
import io.hilum.routing.topic.kafka.TopicReader;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Replicas on a real Kafka know what one of them found out.
 */
class SharedHealthIT {

	private static final SharedHealthProperties SHARED = new SharedHealthProperties(true, "hilum.health.it", 100,
			Duration.ofMillis(100));

	private static final HealthProperties LIMITS = new HealthProperties(2, Duration.ofMinutes(30), Duration.ofHours(1),
			Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMillis(500));

	@BeforeAll
	static void createTopic() throws InterruptedException, ExecutionException {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", Parts.kafka().bootstrapServers()))) {
			admin.createTopics(List.of(new NewTopic(SHARED.topic(), 1, (short) 1))).all().get();
		}
	}

	@Test
	void oneReplicaFindsOutForAll() {
		try (Replica one = new Replica("one"); Replica two = new Replica("two")) {
			one.board.record("d", Outcome.DROPPED);
			one.board.record("d", Outcome.DROPPED);
			within(Duration.ofSeconds(90), () -> !two.board.of("d").permits());
			one.board.cool("busy", Duration.ofMinutes(30));
			within(Duration.ofSeconds(90), () -> !two.board.of("busy").permits());
			try (Replica late = new Replica("late")) {
				within(Duration.ofSeconds(90), () -> !late.board.of("d").permits() && !late.board.of("busy").permits());
			}
		}
	}

	private static void within(Duration time, BooleanSupplier condition) {
		Instant deadline = Clock.systemUTC().instant().plus(time);
		while (!condition.getAsBoolean()) {
			assertThat(Clock.systemUTC().instant()).as("time is over").isBefore(deadline);
			LockSupport.parkNanos(1_000_000);
		}
	}

	private static final class Replica implements AutoCloseable {

		private final KafkaHealthTeller teller;

		private final TopicReader reader;

		private final HealthBoard board;

		Replica(String name) {
			Map<String, Object> settings = Map.of("bootstrap.servers", Parts.kafka().bootstrapServers());
			this.teller = new KafkaHealthTeller(
					() -> new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()), SHARED,
					"routing-service", name);
			this.board = new HealthBoard(LIMITS, Clock.systemUTC(), this.teller);
			this.reader = new TopicReader(
					() -> new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()),
					SHARED.topic(), SHARED.retryPause(),
					new HealthTopicListener(SHARED.topic(), name, this.board::hear));
			this.reader.start();
		}

		@Override
		public void close() {
			this.reader.stop();
			this.teller.close();
		}

	}

}
