package io.hilum.gateway.identity.web;

import java.time.Duration;
import java.time.Instant;

import io.hilum.gateway.MutableClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RefusalBudget}.
 */
class RefusalBudgetTests {

	private final MutableClock clock = new MutableClock(Instant.parse("2026-01-05T08:00:00Z"));

	private final RefusalBudget budget = new RefusalBudget(3, 2, this.clock);

	@Test
	void endsAfterABurstAndFillsByTheSecond() {
		assertThat(taken(10)).isEqualTo(3);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(taken(10)).isEqualTo(2);
		this.clock.advance(Duration.ofMillis(499));
		assertThat(taken(10)).isZero();
		this.clock.advance(Duration.ofMillis(1));
		assertThat(taken(10)).isEqualTo(1);
	}

	@Test
	void holdsNoMoreThanTheBurst() {
		this.clock.advance(Duration.ofDays(1));
		assertThat(taken(10)).isEqualTo(3);
	}

	@Test
	void doesNotMindAClockThatGoesBack() {
		assertThat(taken(1)).isEqualTo(1);
		this.clock.advance(Duration.ofSeconds(-60));
		assertThat(taken(10)).isEqualTo(2);
	}

	private int taken(int attempts) {
		int taken = 0;
		for (int i = 0; i < attempts; i++) {
			taken += this.budget.take() ? 1 : 0;
		}
		return taken;
	}

}
