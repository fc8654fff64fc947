package io.hilum.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.jspecify.annotations.Nullable;

import static io.hilum.journal.JournalFixtures.entry;
import static io.hilum.journal.JournalFixtures.pending;
import static io.hilum.journal.JournalFixtures.publish;
import static io.hilum.journal.JournalFixtures.small;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a crash at any byte leaves behind.
 */
class CrashTests {

	@TempDir
	@Nullable Path directory;

	@Test
	void truncationAtEveryByteLosesNoWholeRecord() throws IOException {
		Path original = work().resolve("original");
		List<Long> ends = new ArrayList<>();
		Path segment;
		try (EventJournal journal = EventJournal.open(small(original))) {
			segment = original.resolve("%016d.journal".formatted(1));
			for (int i = 0; i < 4; i++) {
				journal.append(entry("e" + i));
				ends.add(Files.size(segment));
			}
		}
		byte[] bytes = Files.readAllBytes(segment);
		for (int length = 0; length <= bytes.length; length++) {
			Path copy = Files.createDirectories(work().resolve("cut" + length));
			Files.write(copy.resolve(segment.getFileName()), Arrays.copyOf(bytes, length));
			int cut = length;
			int whole = (int) ends.stream().filter((end) -> end <= cut).count();
			try (EventJournal journal = EventJournal.open(small(copy))) {
				assertThat(pending(journal)).hasSize(whole);
				journal.append(entry("after"));
				assertThat(pending(journal)).hasSize(whole + 1).endsWith("after");
			}
		}
	}

	@Test
	void changedByteCutsTheRestOfItsSegmentOnly() throws IOException {
		Path first = work().resolve("%016d.journal".formatted(1));
		try (EventJournal journal = EventJournal.open(small(work()))) {
			journal.append(entry("a"));
			journal.append(entry("b"));
		}
		try (EventJournal journal = EventJournal.open(small(work()))) {
			journal.append(entry("c"));
		}
		try (RandomAccessFile file = new RandomAccessFile(first.toFile(), "rw")) {
			file.seek(file.length() - 1);
			file.write('?');
		}
		try (EventJournal journal = EventJournal.open(small(work()))) {
			assertThat(pending(journal)).containsExactly("a", "c");
			assertThat(journal.state().damagedBytes()).isPositive();
		}
	}

	@Test
	void zeroesAtTheEndAreATornTail() throws IOException {
		Path first = work().resolve("%016d.journal".formatted(1));
		try (EventJournal journal = EventJournal.open(small(work()))) {
			journal.append(entry("a"));
		}
		try (RandomAccessFile file = new RandomAccessFile(first.toFile(), "rw")) {
			file.setLength(file.length() + 4096);
		}
		try (EventJournal journal = EventJournal.open(small(work()))) {
			assertThat(pending(journal)).containsExactly("a");
		}
	}

	@Test
	void lostPositionMeansPublishingAgain() throws IOException {
		try (EventJournal journal = EventJournal.open(small(work()))) {
			journal.append(entry("a"));
			journal.append(entry("b"));
			publish(journal, 1);
		}
		Files.write(work().resolve("acknowledged"), new byte[] { 1, 2, 3 });
		try (EventJournal journal = EventJournal.open(small(work()))) {
			assertThat(pending(journal)).containsExactly("a", "b");
		}
	}

	/**
	 * Any history of a process that dies at any moment: every request that began is
	 * published with its last known outcome, at least once.
	 */
	@Property(tries = 60)
	void everyRequestThatBeganIsPublished(@ForAll long seed) throws IOException {
		Path home = Files.createTempDirectory("journal");
		Random random = new Random(seed);
		Map<String, String> expected = new HashMap<>();
		Set<String> seen = new HashSet<>();
		int number = 0;
		for (int life = 0; life < 4; life++) {
			List<String> open = new ArrayList<>();
			try (EventJournal journal = EventJournal.open(small(home))) {
				for (int step = random.nextInt(60); step > 0; step--) {
					number = step(journal, random, number, open, expected, seen);
				}
			}
		}
		try (EventJournal journal = EventJournal.open(small(home))) {
			seen.addAll(pending(journal));
		}
		assertThat(seen).containsAll(expected.values());
	}

	private static int step(EventJournal journal, Random random, int number, List<String> open,
			Map<String, String> expected, Set<String> seen) {
		switch (random.nextInt(4)) {
			case 0 -> {
				String id = "r" + number;
				journal.provisional(id, entry(id + " crashed"));
				expected.put(id, id + " crashed");
				open.add(id);
				return number + 1;
			}
			case 1 -> {
				if (!open.isEmpty()) {
					String id = open.remove(random.nextInt(open.size()));
					journal.complete(id, entry(id + " success"));
					expected.put(id, id + " success");
				}
			}
			case 2 -> {
				if (!open.isEmpty()) {
					String id = open.remove(random.nextInt(open.size()));
					journal.discard(id);
					expected.remove(id);
				}
			}
			default -> publishSome(journal, random, seen);
		}
		return number;
	}

	private static void publishSome(EventJournal journal, Random random, Set<String> seen) {
		try (JournalCursor cursor = journal.cursor()) {
			for (int i = random.nextInt(8); i > 0; i--) {
				PendingEntry next = cursor.next();
				if (next == null) {
					journal.skipTo(cursor.position());
					return;
				}
				seen.add(JournalFixtures.valueOf(next.entry()));
				journal.acknowledge(next, 1);
			}
		}
	}

	private Path work() {
		if (this.directory == null) {
			throw new IllegalStateException("no temporary directory");
		}
		return this.directory;
	}

}
