package io.hilum.routing.cache;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Allowance}.
 */
class AllowanceTests {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final AtomicLong now = new AtomicLong(-5);

	@Test
	void givesNoMoreThanThereIsUntilSomethingExpires() {
		Allowance allowance = new Allowance(2 * 1512, this.now::get);
		assertThat(allowance.take(1000, MINUTE.multipliedBy(2))).isTrue();
		assertThat(allowance.take(1000, MINUTE)).isTrue();
		assertThat(allowance.take(0, MINUTE)).isFalse();
		this.now.addAndGet(MINUTE.toNanos() - 1);
		assertThat(allowance.take(1000, MINUTE)).isFalse();
		this.now.incrementAndGet();
		assertThat(allowance.take(1001, MINUTE)).isFalse();
		assertThat(allowance.take(1000, MINUTE)).isTrue();
	}

}
