package io.hilum.routing.load;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import io.hilum.routing.catalogue.RateLimit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ModelLimits}.
 */
class ModelLimitsTests {

	private final AtomicLong now = new AtomicLong(42);

	private final ModelLimits limits = limits(1);

	@Test
	void admitsSoManyRequestsAMinuteAndTellsWhenToComeAgain() {
		RateLimit limit = new RateLimit("m", 3, null);
		for (int i = 0; i < 3; i++) {
			assertThat(this.limits.tryUse(limit, 1_000_000)).isNull();
		}
		assertThat(this.limits.tryUse(limit, 1)).isEqualTo(Duration.ofSeconds(20));
		pass(Duration.ofSeconds(19));
		assertThat(this.limits.tryUse(limit, 1)).isEqualTo(Duration.ofSeconds(1));
		pass(Duration.ofSeconds(1));
		assertThat(this.limits.tryUse(limit, 1)).isNull();
		assertThat(this.limits.tryUse(limit, 1)).isNotNull();
	}

	@Test
	void countsTokensAsTheyWereUsedInTheEnd() {
		RateLimit limit = new RateLimit("m", null, 600);
		assertThat(this.limits.tryUse(limit, 500)).isNull();
		assertThat(this.limits.tryUse(limit, 200)).isEqualTo(Duration.ofSeconds(10));
		this.limits.giveBack(limit, 400);
		assertThat(this.limits.tryUse(limit, 200)).isNull();
		this.limits.giveBack(limit, -300);
		assertThat(this.limits.tryUse(limit, 1)).isNotNull();
	}

	@Test
	void takesNoRequestForTokensThatThereAreNot() {
		RateLimit limit = new RateLimit("m", 2, 600);
		assertThat(this.limits.tryUse(limit, 600)).isNull();
		assertThat(this.limits.tryUse(limit, 60)).isNotNull();
		this.limits.giveBack(limit, 600);
		assertThat(this.limits.tryUse(limit, 60)).isNull();
		assertThat(this.limits.tryUse(limit, 60)).as("the third request").isNotNull();
	}

	@Test
	void looksWithoutUsing() {
		RateLimit limit = new RateLimit("m", 2, 600);
		assertThat(this.limits.look(limit, 600)).isNull();
		assertThat(this.limits.look(limit, 600)).isNull();
		assertThat(this.limits.tryUse(limit, 600)).isNull();
		Duration seen = this.limits.look(limit, 60);
		assertThat(seen).isNotNull().isEqualTo(this.limits.tryUse(limit, 60));
	}

	@Test
	void letsWhatIsLargerThanAMinuteThroughWhenNothingElseIs() {
		RateLimit limit = new RateLimit("m", null, 100);
		assertThat(this.limits.tryUse(limit, 1000)).isNull();
		assertThat(this.limits.tryUse(limit, 1)).isNotNull();
	}

	@Test
	void sharesBetweenReplicasAndBeginsAnewWhenChanged() {
		ModelLimits half = limits(2);
		assertThat(admitted(half, new RateLimit("m", 10, null))).isEqualTo(5);
		assertThat(admitted(half, new RateLimit("other", 10, null))).isEqualTo(5);
		assertThat(admitted(half, new RateLimit("m", 20, null))).isEqualTo(10);
	}

	@Test
	void admitsNoMoreHoweverManyAskAtOnce() {
		RateLimit limit = new RateLimit("m", 100, 100_000);
		AtomicInteger admitted = new AtomicInteger();
		IntStream.range(0, 10_000).parallel().forEach((i) -> {
			if (this.limits.tryUse(limit, 10) == null) {
				admitted.incrementAndGet();
			}
		});
		assertThat(admitted).hasValue(100);
	}

	private int admitted(ModelLimits by, RateLimit limit) {
		int count = 0;
		@Nullable Duration pause = by.tryUse(limit, 1);
		while (pause == null) {
			count++;
			pause = by.tryUse(limit, 1);
		}
		return count;
	}

	private ModelLimits limits(int replicas) {
		return new ModelLimits(new LoadProperties(replicas, Duration.ofSeconds(30), 2000, 8, 4000), this.now::get);
	}

	private void pass(Duration time) {
		this.now.addAndGet(time.toNanos());
	}

}
