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

	private final RecollectedCosts costs = new RecollectedCosts(NOON);

	@Test
	void remembersWhatRequestsCostAsLongAsTheirHoldsMayBeInForce() {
		this.costs.ended("old", NOON.minusMillis(1), cost(1));
		this.costs.ended("young", NOON, cost(70));
		assertThat(this.costs.of("young")).hasValue(70);
		assertThat(this.costs.of("old")).isEmpty();
	}

	@Test
	void forgets() {
		this.costs.ended("young", NOON, cost(70));
		this.costs.forget();
		assertThat(this.costs.of("young")).isEmpty();
	}

	private static JournalEntry cost(long nanoUsd) {
		String event = "{\"id\": \"x\", \"costNanoUsd\": " + nanoUsd + "}";
		return new JournalEntry("topic", "team", Map.of(), event.getBytes(StandardCharsets.UTF_8));
	}

}
