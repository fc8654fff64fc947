package io.hilum.routing.access.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import io.hilum.parts.Parts;
import io.hilum.routing.budget.Budgets;
import io.hilum.routing.topic.kafka.TopicReader;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is known of budgets where a broker has lost the place of a reader: all is read
 * again, and a budget is open or closed as that says.
 */
class LostOffsetIT {

	private static final String TOPIC = "hilum.access.lost";

	private static final Map<String, Object> SETTINGS = Map.of("bootstrap.servers", Parts.kafka().bootstrapServers());

	private final Budgets budgets = new Budgets();

	private final TopicReader reader = new TopicReader(TopicReader.consumers(kafka()), TOPIC, Duration.ofMillis(100),
			new AccessTopicListener(this.budgets));

	@AfterEach
	void stop() {
		this.reader.stop();
	}

	@Test
	void opensABudgetThatIsReadableBehindWhatWasNot() throws ExecutionException, InterruptedException {
		create();
		send(budget("team:a", 1), nonsense("team:a"), budget("team:a", 2), budget("team:b", 1), budget("team:b", 2),
				nonsense("team:b"), budget("team:first", 1));
		this.reader.start();
		within(() -> this.budgets.isComplete() && this.budgets.find("team:first").isPresent());
		assertThat(this.budgets.isKnown("team:a")).isTrue();
		assertThat(this.budgets.isKnown("team:b")).isFalse();
		makeAnew();
		send(nonsense("team:a"), budget("team:a", 2), budget("team:b", 2), nonsense("team:b"), budget("team:again", 1));
		within(() -> this.budgets.find("team:again").isPresent());
		assertThat(this.budgets.isKnown("team:a")).as("it is readable behind what was not").isTrue();
		assertThat(this.budgets.isKnown("team:b")).as("it is not").isFalse();
		assertThat(this.budgets.lost()).isEqualTo(1);
		send(budget("team:b", 3));
		within(() -> this.budgets.isKnown("team:b"));
	}

	private static KafkaProperties kafka() {
		KafkaProperties kafka = new KafkaProperties();
		kafka.setBootstrapServers(List.of(Parts.kafka().bootstrapServers().split(",")));
		return kafka;
	}

	private static void create() throws ExecutionException, InterruptedException {
		try (Admin admin = Admin.create(SETTINGS)) {
			admin.createTopics(Set.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
		}
	}

	private static void makeAnew() throws ExecutionException, InterruptedException {
		try (Admin admin = Admin.create(SETTINGS)) {
			admin.deleteTopics(Set.of(TOPIC)).all().get();
			within(() -> !topics(admin).contains(TOPIC));
			// The broker takes long to recover when it learns of both at once.
			Thread.sleep(1500);
		}
		create();
	}

	private static Set<String> topics(Admin admin) {
		try {
			return admin.listTopics().names().get();
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Map.Entry<String, String> budget(String id, int version) {
		return Map.entry(id, """
				{"kind":"budget","id":"%s","version":%d,"changedAt":"2026-01-05T07:00:00Z","revoked":false,
				"window":"month","timeZone":"UTC","limitNanoUsd":1,"mode":"hard"}""".formatted(id, version));
	}

	private static Map.Entry<String, String> nonsense(String id) {
		return Map.entry(id, "nonsense");
	}

	@SafeVarargs
	private static void send(Map.Entry<String, String>... records) throws ExecutionException, InterruptedException {
		try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(SETTINGS, new StringSerializer(),
				new ByteArraySerializer())) {
			for (Map.Entry<String, String> one : records) {
				producer
					.send(new ProducerRecord<>(TOPIC, "budget:" + one.getKey(),
							one.getValue().getBytes(StandardCharsets.UTF_8)))
					.get();
			}
		}
	}

	private static void within(BooleanSupplier condition) {
		Instant deadline = Clock.systemUTC().instant().plus(Duration.ofSeconds(90));
		while (!condition.getAsBoolean()) {
			assertThat(Clock.systemUTC().instant()).as("time is over").isBefore(deadline);
			LockSupport.parkNanos(10_000_000);
		}
	}

}
