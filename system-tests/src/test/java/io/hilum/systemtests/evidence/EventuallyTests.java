package io.hilum.systemtests.evidence;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Eventually}.
 */
class EventuallyTests {

	private final AtomicInteger asked = new AtomicInteger();

	@Test
	void waitsForTheValue() {
		assertThat(Eventually.get(Duration.ofSeconds(60), this.asked::incrementAndGet, (count) -> count == 3))
			.isEqualTo(3);
	}

	@Test
	void showsTheLastValueWhenTimeIsUp() {
		assertThat(Eventually.get(Duration.ofMillis(300), () -> "never", (value) -> false)).isEqualTo("never");
	}

	@Test
	void waitsUntilNothingChanges() {
		int settled = Eventually.settled(Duration.ofMillis(500), Duration.ofSeconds(60),
				() -> Math.min(this.asked.incrementAndGet(), 4));
		assertThat(settled).isEqualTo(4);
	}

}
