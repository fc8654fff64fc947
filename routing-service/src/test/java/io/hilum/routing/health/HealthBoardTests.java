package io.hilum.routing.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HealthBoard} and its states.
 */
class HealthBoardTests {

	private static final HealthProperties LIMITS = new HealthProperties(3, Duration.ofSeconds(5),
			Duration.ofSeconds(15));

	private final MovableClock clock = new MovableClock();

	private final HealthBoard board = new HealthBoard(LIMITS, this.clock);

	@Test
	void opensAfterFailuresInARow() {
		drop(2);
		this.board.record("d", Outcome.SUCCESS);
		drop(2);
		assertThat(this.board.permits("d")).isTrue();
		drop(1);
		assertThat(this.board.permits("d")).isFalse();
		assertThat(this.board.tryCall("d")).isFalse();
		assertThat(this.board.tryCall("other")).isTrue();
	}

	@Test
	void aWrongRequestOfAClientOpensNothing() {
		for (int i = 0; i < 100; i++) {
			this.board.record("d", Outcome.IGNORED);
		}
		assertThat(this.board.tryCall("d")).isTrue();
	}

	@Test
	void letsOneProbeThroughAndClosesOnItsSuccess() {
		drop(3);
		this.clock.advance(5);
		assertThat(this.board.tryCall("d")).isTrue();
		assertThat(this.board.tryCall("d")).isFalse();
		this.board.record("d", Outcome.SUCCESS);
		assertThat(this.board.tryCall("d")).isTrue();
		assertThat(this.board.tryCall("d")).isTrue();
	}

	@Test
	void doublesThePauseUpToItsBound() {
		drop(3);
		for (int pause : new int[] { 5, 10, 15, 15 }) {
			this.clock.advance(pause - 1);
			assertThat(this.board.tryCall("d")).as("before %d s", pause).isFalse();
			this.clock.advance(1);
			assertThat(this.board.tryCall("d")).as("after %d s", pause).isTrue();
			this.board.record("d", Outcome.DROPPED);
		}
	}

	@Test
	void asksAgainAfterAProbeThatSaidNothing() {
		drop(3);
		this.clock.advance(5);
		assertThat(this.board.tryCall("d")).isTrue();
		this.board.record("d", Outcome.IGNORED);
		assertThat(this.board.tryCall("d")).isTrue();
		assertThat(this.board.tryCall("d")).as("a probe that was lost").isFalse();
		this.clock.advance(5);
		assertThat(this.board.tryCall("d")).isTrue();
	}

	@Test
	void leavesAloneWhatAskedForIt() {
		this.board.pause("d", Duration.ofHours(1));
		assertThat(this.board.permits("d")).isFalse();
		this.clock.advance(15);
		assertThat(this.board.permits("d")).as("a pause is bounded").isTrue();
	}

	/**
	 * Whatever happened before: a deployment that answers again is used again after the
	 * longest pause and one probe.
	 */
	@Property(tries = 200)
	void recoversFromEveryHistory(@ForAll long seed) {
		Random random = new Random(seed);
		for (int step = 0; step < 50; step++) {
			this.board.tryCall("d");
			this.board.record("d", Outcome.values()[random.nextInt(3)]);
			this.clock.advance(random.nextInt(4));
		}
		this.clock.advance(15);
		assertThat(this.board.tryCall("d")).isTrue();
		this.board.record("d", Outcome.SUCCESS);
		assertThat(this.board.tryCall("d")).isTrue();
		assertThat(this.board.tryCall("d")).isTrue();
	}

	private void drop(int times) {
		for (int i = 0; i < times; i++) {
			this.board.record("d", Outcome.DROPPED);
		}
	}

	private static final class MovableClock extends Clock {

		private Instant now = Instant.parse("2026-01-05T08:00:00Z");

		void advance(int seconds) {
			this.now = this.now.plusSeconds(seconds);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			throw new UnsupportedOperationException();
		}

	}

}
