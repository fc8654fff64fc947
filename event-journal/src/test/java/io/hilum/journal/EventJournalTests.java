package io.hilum.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.hilum.journal.JournalFixtures.entry;
import static io.hilum.journal.JournalFixtures.pending;
import static io.hilum.journal.JournalFixtures.publish;
import static io.hilum.journal.JournalFixtures.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link EventJournal}.
 */
class EventJournalTests {

	@TempDir
	Path directory;

	@Test
	void keepsEntriesInOrderAndWhole() {
		try (EventJournal journal = EventJournal.open(small(this.directory))) {
			JournalEntry sent = new JournalEntry("t", "k", Map.of("a", "1", "ü", "2"), new byte[] { 0, -1, 7 });
			journal.append(sent);
			journal.append(entry("two"));
			try (JournalCursor cursor = journal.cursor()) {
				PendingEntry first = cursor.next();
				assertThat(first).isNotNull();
				assertThat(first.entry()).usingRecursiveComparison().isEqualTo(sent);
				assertThat(cursor.next()).isNotNull();
				assertThat(cursor.next()).isNull();
				journal.append(entry("three"));
				assertThat(cursor.next()).isNotNull();
			}
		}
	}

	@Test
	void publishesWhatWasNotAcknowledgedAfterReopening() {
		try (EventJournal journal = EventJournal.open(small(this.directory))) {
			IntStream.range(0, 100).forEach((i) -> journal.append(entry("e" + i)));
			publish(journal, 60);
		}
		try (EventJournal journal = EventJournal.open(small(this.directory))) {
			assertThat(journal.state().pendingEntries()).isEqualTo(40);
			assertThat(pending(journal)).hasSize(40).startsWith("e60").endsWith("e99");
			journal.append(entry("later"));
			assertThat(pending(journal)).hasSize(41).endsWith("later");
		}
	}

	@Test
	void tellsAtTheOpeningHowIntentsEnded() {
		String identity;
		try (EventJournal journal = EventJournal.open(small(this.directory))) {
			assertThat(journal.recollectsSince()).isEqualTo(Instant.MAX);
			identity = journal.identity();
			journal.provisional("r1", entry("crashed"));
			journal.complete("r1", entry("done"));
			publish(journal, 1);
			journal.provisional("r2", entry("died"));
			journal.provisional("r3", entry("never"));
			journal.discard("r3");
			journal.append(entry("no intent"));
		}
		Map<String, String> told = new LinkedHashMap<>();
		Instant now = Instant.now();
		try (EventJournal journal = EventJournal.open(small(this.directory), Clock.systemUTC(),
				(id, recordedAt, entry) -> told.put(id, JournalFixtures.valueOf(entry)))) {
			assertThat(told).containsExactly(Map.entry("r1", "done"), Map.entry("r2", "died"));
			assertThat(journal.identity()).isEqualTo(identity);
			assertThat(journal.recollectsSince()).isBeforeOrEqualTo(now);
		}
	}

	@Test
	void publishesNothingOfAnOpenIntent() {
		try (EventJournal journal = EventJournal.open(small(this.directory))) {
			journal.provisional("r1", entry("crashed"));
			assertThat(pending(journal)).isEmpty();
			assertThat(journal.state().openIntents()).isOne();
			journal.complete("r1", entry("success"));
			assertThat(pending(journal)).containsExactly("success");
		}
	}

	@Test
	void publishesOpenIntentsAfterACrashOnce() {
		try (EventJournal journal = EventJournal.open(small(this.directory))) {
			journal.provisional("r1", entry("r1 crashed"));
			journal.provisional("r2", entry("r2 crashed"));
			journal.provisional("r3", entry("r3 crashed"));
			journal.complete("r2", entry("r2 success"));
			journal.discard("r3");
		}
		for (int reopening = 0; reopening < 3; reopening++) {
			try (EventJournal journal = EventJournal.open(small(this.directory))) {
				assertThat(pending(journal)).containsExactly("r2 success", "r1 crashed");
				assertThat(journal.state().openIntents()).isZero();
			}
		}
	}

	@Test
	void letsGoOfAcknowledgedFilesButNotOfOpenIntents() throws IOException {
		try (EventJournal journal = EventJournal.open(small(this.directory))) {
			journal.provisional("slow", entry("slow crashed"));
			for (int i = 0; i < 500; i++) {
				journal.append(entry("e" + i));
				publish(journal, 1);
			}
			assertThat(journal.state().storedBytes()).isLessThan(4096);
			assertThat(files()).hasSizeLessThan(4);
		}
		try (EventJournal journal = EventJournal.open(small(this.directory))) {
			assertThat(pending(journal)).containsExactly("slow crashed");
		}
	}

	@Test
	void refusesWhenFullButTakesCompletions() {
		try (EventJournal journal = EventJournal.open(small(this.directory))) {
			int intents = 0;
			while (journal.healthy() && tryProvisional(journal, "r" + intents)) {
				intents++;
			}
			assertThat(intents).isGreaterThan(10);
			assertThatThrownBy(() -> journal.append(entry("x".repeat(200)))).isInstanceOf(JournalFullException.class)
				.hasMessageContaining("journal is full");
			IntStream.range(0, intents).forEach((i) -> journal.complete("r" + i, entry("done" + i)));
			assertThat(journal.state().storedBytes()).isLessThan(16 * 1024);
			assertThat(pending(journal)).hasSize(intents);
			publish(journal, intents);
			journal.append(entry("room again"));
			assertThat(journal.healthy()).isTrue();
		}
	}

	private static boolean tryProvisional(EventJournal journal, String id) {
		try {
			journal.provisional(id, entry("x".repeat(100)));
			return true;
		}
		catch (JournalFullException ex) {
			return false;
		}
	}

	@Test
	void keepsASecondJournalOut() {
		try (EventJournal journal = EventJournal.open(small(this.directory))) {
			assertThat(journal.healthy()).isTrue();
			assertThatThrownBy(() -> EventJournal.open(small(this.directory))).isInstanceOf(IllegalStateException.class)
				.hasMessageContaining("in use");
		}
		EventJournal.open(small(this.directory)).close();
	}

	@Test
	void refusesEntriesThatATopicWouldRefuse() {
		try (EventJournal journal = EventJournal.open(JournalSettings.in(this.directory))) {
			assertThatThrownBy(() -> journal.append(entry("x".repeat(1 << 20)))).hasMessageContaining("at most");
			journal.append(entry("x".repeat(800 * 1024)));
			assertThat(pending(journal)).hasSize(1);
		}
	}

	@Test
	void tellsTheAgeOfWhatWaits() {
		Instant now = Instant.parse("2026-01-05T08:00:00Z");
		try (EventJournal journal = EventJournal.open(small(this.directory), Clock.fixed(now, ZoneOffset.UTC))) {
			assertThat(journal.state().oldestPending()).isEmpty();
			journal.append(entry("one"));
			assertThat(journal.state().oldestPending()).contains(now);
			assertThat(journal.state().pendingBytes()).isPositive();
			publish(journal, 1);
			assertThat(journal.state().oldestPending()).isEmpty();
			assertThat(journal.state().pendingBytes()).isZero();
		}
	}

	@Test
	void refusesAfterClosing() {
		EventJournal journal = EventJournal.open(small(this.directory));
		journal.close();
		assertThatThrownBy(() -> journal.append(entry("late"))).isInstanceOf(JournalException.class);
		assertThat(journal.healthy()).isFalse();
	}

	@ParameterizedTest
	@EnumSource(Durability.class)
	void takesEntriesFromManyThreads(Durability durability) throws Exception {
		JournalSettings settings = new JournalSettings(this.directory, 8 << 20, 64 * 1024, durability,
				Duration.ofMillis(5));
		try (EventJournal journal = EventJournal.open(settings)) {
			List<Thread> threads = IntStream.range(0, 8).mapToObj((t) -> appendingThread(journal, "k" + t)).toList();
			for (Thread thread : threads) {
				thread.join();
			}
			List<String> values = pending(journal);
			assertThat(values).hasSize(1600).doesNotHaveDuplicates();
			assertThat(values.stream().filter((value) -> value.startsWith("k3-")))
				.containsExactlyElementsOf(IntStream.range(0, 200).mapToObj((i) -> "k3-" + i).toList());
		}
	}

	private static Thread appendingThread(EventJournal journal, String key) {
		return Thread.ofPlatform()
			.start(() -> IntStream.range(0, 200).forEach((i) -> journal.append(entry(key, key + "-" + i))));
	}

	@Test
	void forcesToTheDiskWhenAsked() {
		JournalSettings seldom = new JournalSettings(this.directory, 16 * 1024, 1024, Durability.INTERVAL,
				Duration.ofHours(1));
		try (EventJournal journal = EventJournal.open(seldom)) {
			for (int i = 0; i < 30; i++) {
				journal.append(entry("k" + i));
			}
			journal.force();
			journal.force();
			assertThat(pending(journal)).hasSize(30);
		}
	}

	@Test
	void wakesAReaderThatWaits() throws Exception {
		try (EventJournal journal = EventJournal.open(small(this.directory)); JournalCursor cursor = journal.cursor()) {
			assertThat(cursor.next()).isNull();
			Thread writer = Thread.ofPlatform().start(() -> journal.append(entry("one")));
			journal.awaitBehind(cursor.position(), Duration.ofSeconds(90));
			assertThat(cursor.next()).isNotNull();
			writer.join();
		}
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(this.directory)) {
			return files.filter(Segment::isSegment).toList();
		}
	}

}
