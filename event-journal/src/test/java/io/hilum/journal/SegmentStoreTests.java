package io.hilum.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SegmentStore}.
 */
class SegmentStoreTests {

	private static final byte[] FRAME = new byte[600];

	@TempDir
	Path directory;

	@ParameterizedTest
	@EnumSource(value = Durability.class, names = { "EACH", "INTERVAL" })
	void leavesTheDiskToWhoeverSynchronises(Durability durability) throws IOException {
		try (SegmentStore store = store(durability)) {
			writeThreeFiles(store);
			assertThat(store.unforced()).as("ended, and nobody waited for the disk").isEqualTo(2);
			store.sync();
			assertThat(store.unforced()).isZero();
			store.sync();
		}
	}

	@Test
	void forcesNothingWhereNobodyAskedForIt() throws IOException {
		try (SegmentStore store = store(Durability.NEVER)) {
			writeThreeFiles(store);
			assertThat(store.unforced()).isZero();
		}
	}

	private static void writeThreeFiles(SegmentStore store) throws IOException {
		for (int i = 0; i < 5; i++) {
			store.write(FRAME);
		}
		assertThat(store.current().number()).isEqualTo(store.oldestSealed().orElseThrow().number() + 2);
	}

	private SegmentStore store(Durability durability) throws IOException {
		JournalSettings settings = new JournalSettings(this.directory, 16 * 1024, 1024, durability,
				Duration.ofHours(1));
		return new SegmentStore(settings,
				Recovery.of(this.directory, new PositionFile(this.directory).read(), (id, recordedAt, entry) -> {
				}));
	}

}
