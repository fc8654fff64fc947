package io.hilum.routing.metering.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

import io.hilum.journal.JournalEntry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RecollectedCosts}.
 */
class RecollectedCostsTests {

	private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

	private final RecollectedCosts costs = new RecollectedCosts(2);

	@Test
	void remembersWhatRequestsCostHoweverLongAgo() {
		this.costs.ended("old", NOON.minusSeconds(86_400), cost(1));
		this.costs.ended("young", NOON, cost(70));
		assertThat(this.costs.of("young")).hasValue(70);
		assertThat(this.costs.of("old")).hasValue(1);
		assertThat(this.costs.of("never")).isEmpty();
		assertThat(this.costs.complete()).isEqualTo(Instant.MIN);
	}

	@Test
	void saysFromWhenOnNothingIsMissingWhenThereAreTooMany() {
		this.costs.ended("old", NOON.minusSeconds(2), cost(1));
		this.costs.ended("young", NOON.minusSeconds(1), cost(2));
		this.costs.ended("youngest", NOON, cost(3));
		assertThat(this.costs.of("old")).isEmpty();
		assertThat(this.costs.of("youngest")).hasValue(3);
		assertThat(this.costs.complete()).isEqualTo(NOON.minusSeconds(2));
	}

	@Test
	void knowsNothingOfAnythingOnceItHasForgotten() {
		this.costs.ended("young", NOON, cost(70));
		this.costs.forget();
		assertThat(this.costs.of("young")).isEmpty();
		assertThat(this.costs.complete()).isEqualTo(Instant.MAX);
	}

	private static JournalEntry cost(long nanoUsd) {
		String event = "{\"id\": \"x\", \"costNanoUsd\": " + nanoUsd + "}";
		return new JournalEntry("topic", "team", Map.of(), event.getBytes(StandardCharsets.UTF_8));
	}

}
