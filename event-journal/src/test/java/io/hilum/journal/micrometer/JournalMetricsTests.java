package io.hilum.journal.micrometer;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

import io.hilum.journal.EventJournal;
import io.hilum.journal.JournalFixtures;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JournalMetrics}.
 */
class JournalMetricsTests {

	@TempDir
	Path directory;

	@Test
	void showsWhatWaitsAndForHowLong() {
		Clock clock = Clock.fixed(Instant.parse("2026-01-05T08:00:00Z"), ZoneOffset.UTC);
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		try (EventJournal journal = EventJournal.open(JournalFixtures.small(this.directory), clock)) {
			new JournalMetrics(journal, Clock.offset(clock, Duration.ofSeconds(7))).bindTo(meters);
			assertThat(meters.get("hilum.journal.oldest").timeGauge().value(TimeUnit.SECONDS)).isZero();
			journal.append(JournalFixtures.entry("one"));
			assertThat(meters.get("hilum.journal.entries").gauge().value()).isOne();
			assertThat(meters.get("hilum.journal.oldest").timeGauge().value(TimeUnit.SECONDS)).isEqualTo(7);
			assertThat(meters.get("hilum.journal.pending").gauge().value()).isPositive();
		}
	}

}
