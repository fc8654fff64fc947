package io.hilum.journal.kafka;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import io.hilum.journal.EventJournal;
import io.hilum.journal.JournalFixtures;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.hilum.journal.JournalFixtures.entry;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KafkaRelay} against the producer's own double.
 */
class KafkaRelayTests {

	private static final RelaySettings FAST = new RelaySettings(8, Duration.ofMillis(1), Duration.ofMillis(20),
			Duration.ofSeconds(10), Duration.ofMillis(1));

	@TempDir
	Path directory;

	@Test
	void publishesInOrderWithHeadersAndEmptiesTheJournal() {
		MockProducer<String, byte[]> producer = producer(true);
		try (EventJournal journal = EventJournal.open(JournalFixtures.small(this.directory))) {
			append(journal, 0, 30);
			try (KafkaRelay relay = KafkaRelay.start(journal, () -> producer, FAST)) {
				await(() -> journal.state().pendingEntries() == 0);
				assertThat(relay).isNotNull();
			}
			assertThat(values(producer)).containsExactlyElementsOf(numbers(0, 30));
			assertThat(producer.history().getFirst().headers().lastHeader("ce_id").value())
				.isEqualTo("1".getBytes(StandardCharsets.UTF_8));
			assertThat(journal.state().storedBytes()).isLessThan(2048);
		}
	}

	@Test
	void sendsAgainInOrderWhatTheProducerNeverTook() {
		AtomicInteger refusals = new AtomicInteger(3);
		MockProducer<String, byte[]> producer = producer(true);
		Producer<String, byte[]> away = new RefusingProducer(producer,
				() -> (refusals.getAndDecrement() > 0) ? new TimeoutException("no metadata") : null);
		try (EventJournal journal = EventJournal.open(JournalFixtures.small(this.directory))) {
			append(journal, 0, 5);
			KafkaRelay relay = KafkaRelay.start(journal, () -> away, FAST);
			await(() -> journal.state().pendingEntries() == 0);
			relay.close();
			assertThat(values(producer)).containsExactlyElementsOf(numbers(0, 5));
		}
	}

	@Test
	void beginsAgainAtTheFirstGapWithANewProducer() {
		List<MockProducer<String, byte[]>> producers = new CopyOnWriteArrayList<>();
		try (EventJournal journal = EventJournal.open(JournalFixtures.small(this.directory))) {
			append(journal, 0, 4);
			KafkaRelay relay = KafkaRelay.start(journal, () -> {
				MockProducer<String, byte[]> made = producer(!producers.isEmpty());
				producers.add(made);
				return made;
			}, FAST);
			await(() -> !producers.isEmpty() && producers.getFirst().history().size() == 4);
			producers.getFirst().completeNext();
			producers.getFirst().errorNext(new TopicAuthorizationException("topic"));
			await(() -> journal.state().pendingEntries() == 0);
			relay.close();
			assertThat(values(producers.get(1))).containsExactlyElementsOf(numbers(1, 4));
		}
	}

	@Test
	void keepsWhatWasNotAcknowledgedWhenClosed() {
		MockProducer<String, byte[]> silent = producer(false);
		RelaySettings impatient = new RelaySettings(8, Duration.ofMillis(1), Duration.ofMillis(2),
				Duration.ofMillis(50), Duration.ofMillis(1));
		try (EventJournal journal = EventJournal.open(JournalFixtures.small(this.directory))) {
			append(journal, 0, 20);
			KafkaRelay relay = KafkaRelay.start(journal, () -> silent, impatient);
			await(() -> silent.history().size() == 8);
			relay.close();
			assertThat(silent.history()).hasSize(8);
			assertThat(silent.closed()).isTrue();
		}
		try (EventJournal journal = EventJournal.open(JournalFixtures.small(this.directory))) {
			assertThat(JournalFixtures.pending(journal)).containsExactlyElementsOf(numbers(0, 20));
		}
	}

	private static MockProducer<String, byte[]> producer(boolean acknowledges) {
		return new MockProducer<>(acknowledges, null, new StringSerializer(), new ByteArraySerializer());
	}

	private static void append(EventJournal journal, int from, int to) {
		numbers(from, to).forEach((number) -> journal.append(entry(number)));
	}

	private static List<String> numbers(int from, int to) {
		return IntStream.range(from, to).mapToObj(Integer::toString).toList();
	}

	private static List<String> values(MockProducer<String, byte[]> producer) {
		return producer.history().stream().map((sent) -> new String(sent.value(), StandardCharsets.UTF_8)).toList();
	}

	private static void await(BooleanSupplier condition) {
		long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as("time is over").isLessThan(deadline);
			LockSupport.parkNanos(1_000_000);
		}
	}

}
