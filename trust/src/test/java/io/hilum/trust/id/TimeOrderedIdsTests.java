package io.hilum.trust.id;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TimeOrderedIds}.
 */
class TimeOrderedIdsTests {

	private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

	@Test
	void carriesVersionVariantAndTime() {
		UUID id = ids(NOW).next();
		assertThat(id.version()).isEqualTo(7);
		assertThat(id.variant()).isEqualTo(2);
		assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
	}

	@Test
	void sortsByTime() {
		assertThat(ids(NOW).next().toString()).isLessThan(ids(NOW.plusMillis(1)).next().toString());
	}

	@Test
	void differsWithinOneMillisecond() {
		TimeOrderedIds ids = ids(NOW);
		assertThat(ids.next()).isNotEqualTo(ids.next());
	}

	private static TimeOrderedIds ids(Instant now) {
		return new TimeOrderedIds(Clock.fixed(now, ZoneOffset.UTC), new Random(7));
	}

}
