package io.hilum.journal.kafka;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import io.hilum.journal.EventJournal;
import io.hilum.journal.JournalEntry;
import io.hilum.journal.JournalSettings;
import io.hilum.parts.KafkaPart;
import io.hilum.parts.Parts;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KafkaRelay} on a real Kafka that goes and comes back.
 */
class KafkaRelayIT {

	private static final KafkaPart KAFKA = Parts.kafka();

	private static final RelaySettings QUICK = new RelaySettings(200, Duration.ofMillis(50), Duration.ofMillis(500),
			Duration.ofSeconds(90), Duration.ofMillis(1));

	@TempDir
	Path directory;

	@Test
	void losesNothingAndKeepsTheOrderOfEachKeyWhileKafkaGoesAndComes() throws Exception {
		String topic = topic("relay-away", 3);
		try (EventJournal journal = EventJournal.open(JournalSettings.in(this.directory))) {
			KafkaRelay relay = KafkaRelay.start(journal, KafkaRelayIT::producer, QUICK);
			append(journal, topic, 0, 1000);
			KAFKA.stop();
			append(journal, topic, 1000, 2000);
			assertThat(journal.state().pendingEntries()).isPositive();
			KAFKA.start();
			append(journal, topic, 2000, 3000);
			await(() -> journal.state().pendingEntries() == 0);
			relay.close();
		}
		requireAllInOrder(topic, 3000);
	}

	@Test
	void goesOnWhereAnEarlierProcessStopped() throws Exception {
		String topic = topic("relay-again", 2);
		try (EventJournal journal = EventJournal.open(JournalSettings.in(this.directory))) {
			append(journal, topic, 0, 500);
			journal.provisional("open", entry(topic, 500));
		}
		try (EventJournal journal = EventJournal.open(JournalSettings.in(this.directory))) {
			KafkaRelay relay = KafkaRelay.start(journal, KafkaRelayIT::producer, QUICK);
			append(journal, topic, 501, 1000);
			relay.close();
			assertThat(journal.state().pendingEntries()).isZero();
		}
		requireAllInOrder(topic, 1000);
	}

	@Test
	void waitsForATopicThatIsNotThereYet() throws Exception {
		try (EventJournal journal = EventJournal.open(JournalSettings.in(this.directory))) {
			KafkaRelay relay = KafkaRelay.start(journal, KafkaRelayIT::producer, QUICK);
			append(journal, "relay-late", 0, 50);
			Thread.sleep(2000);
			assertThat(journal.state().pendingEntries()).isEqualTo(50);
			topic("relay-late", 1);
			await(() -> journal.state().pendingEntries() == 0);
			relay.close();
		}
		requireAllInOrder("relay-late", 50);
	}

	private static void append(EventJournal journal, String topic, int from, int to) {
		IntStream.range(from, to).forEach((i) -> journal.append(entry(topic, i)));
	}

	private static JournalEntry entry(String topic, int number) {
		return new JournalEntry(topic, "team-" + number % 7, Map.of("ce_id", "e" + number),
				Integer.toString(number).getBytes(StandardCharsets.UTF_8));
	}

	private static void requireAllInOrder(String topic, int count) {
		Map<String, List<Integer>> byKey = new HashMap<>();
		LinkedHashSet<Integer> all = new LinkedHashSet<>();
		read(topic).forEach((number) -> {
			if (all.add(number)) {
				byKey.computeIfAbsent("team-" + number % 7, (key) -> new ArrayList<>()).add(number);
			}
		});
		assertThat(all).hasSize(count);
		assertThat(byKey).hasSize(7).allSatisfy((key, numbers) -> assertThat(numbers).isSorted());
	}

	private static List<Integer> read(String topic) {
		List<Integer> numbers = new ArrayList<>();
		Map<String, Object> settings = Map.of("bootstrap.servers", KAFKA.bootstrapServers());
		try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
				new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = consumer.partitionsFor(topic)
				.stream()
				.map((info) -> new TopicPartition(info.topic(), info.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			while (ends.entrySet().stream().anyMatch((end) -> consumer.position(end.getKey()) < end.getValue())) {
				consumer.poll(Duration.ofMillis(200))
					.forEach((message) -> numbers
						.add(Integer.valueOf(new String(message.value(), StandardCharsets.UTF_8))));
			}
		}
		return numbers;
	}

	private static String topic(String name, int partitions) throws Exception {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", KAFKA.bootstrapServers()))) {
			admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1))).all().get();
		}
		return name;
	}

	private static KafkaProducer<String, byte[]> producer() {
		return new KafkaProducer<>(KafkaRelay
			.producerProperties(Map.of("bootstrap.servers", KAFKA.bootstrapServers(), "max.block.ms", 1000)));
	}

	private static void await(BooleanSupplier condition) throws InterruptedException {
		long deadline = System.nanoTime() + Duration.ofSeconds(120).toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as("time is over").isLessThan(deadline);
			Thread.sleep(20);
		}
	}

}
