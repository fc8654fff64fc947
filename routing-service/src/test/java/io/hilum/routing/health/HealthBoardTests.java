package io.hilum.routing.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.hilum.routing.MovableClock;
import io.hilum.routing.health.HealthNews.State;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HealthBoard} and its states.
 */
class HealthBoardTests {

	private static final HealthProperties LIMITS = new HealthProperties(3, Duration.ofSeconds(5),
			Duration.ofSeconds(15), Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMillis(500));

	private final MovableClock clock = new MovableClock(Instant.parse("2026-01-05T08:00:00Z"));

	private final List<HealthNews> told = new ArrayList<>();

	private final HealthBoard board = new HealthBoard(LIMITS, this.clock, this.told::add);

	@Test
	void opensAfterFailuresInARow() {
		drop(2);
		this.board.record("d", Outcome.SUCCESS);
		drop(2);
		assertThat(this.board.of("d").permits()).isTrue();
		drop(1);
		assertThat(this.board.of("d").permits()).isFalse();
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
		this.board.cool("d", Duration.ofHours(1));
		assertThat(this.board.of("d").permits()).isFalse();
		this.clock.advance(15);
		assertThat(this.board.of("d").permits()).as("a pause is bounded").isTrue();
	}

	@Test
	void aPauseThatWasAskedForSaysNothingAboutTheBreaker() {
		this.board.cool("d", null);
		assertThat(this.board.of("d")).isEqualTo(new Standing(Standing.State.COOLING, 1000));
		this.clock.advance(1);
		assertThat(this.board.of("d")).as("no probe is needed").isEqualTo(Standing.WELL);
		this.board.cool("d", Duration.ofMillis(20));
		assertThat(this.told).extracting(HealthNews::state).containsExactly(State.COOLING);
	}

	@Test
	void tellsWhatItFindsOutAndNothingElse() {
		drop(3);
		drop(3);
		this.clock.advance(5);
		this.board.tryCall("d");
		this.board.record("d", Outcome.SUCCESS);
		this.board.record("d", Outcome.SUCCESS);
		Instant start = Instant.parse("2026-01-05T08:00:00Z");
		assertThat(this.told).containsExactly(new HealthNews("d", State.OPEN, start, start.plusSeconds(5)),
				new HealthNews("d", State.CLOSED, start.plusSeconds(5), start.plusSeconds(5)));
	}

	@Test
	void believesOthersAboutWhatItDoesNotKnow() {
		hear(State.OPEN, 3);
		assertThat(this.board.tryCall("d")).isFalse();
		assertThat(this.told).as("hearsay is not passed on").isEmpty();
		this.clock.advance(3);
		assertThat(this.board.of("d")).as("it expires").isEqualTo(Standing.DUE);
		hear(State.COOLING, 2);
		assertThat(this.board.of("d").state()).isEqualTo(Standing.State.COOLING);
		hear(State.OPEN, 3600);
		this.clock.advance(15);
		assertThat(this.board.of("d").permits()).as("nobody can close a deployment for an hour").isTrue();
	}

	@Test
	void believesItselfMoreThanOthers() {
		this.board.record("d", Outcome.SUCCESS);
		this.clock.advance(1);
		hear(State.OPEN, 10);
		assertThat(this.board.of("d")).isEqualTo(Standing.WELL);
		drop(1);
		assertThat(this.board.tryCall("d")).as("but is careful").isFalse();
	}

	@Test
	void probesAtOnceWhenAnotherHadAnAnswer() {
		drop(3);
		this.clock.advance(1);
		hear(State.CLOSED, 0);
		assertThat(this.board.of("d")).isEqualTo(Standing.DUE);
		assertThat(this.board.tryCall("d")).isTrue();
		assertThat(this.board.tryCall("d")).isFalse();
	}

	@Test
	void newsThatIsOldIsNone() {
		HealthNews old = new HealthNews("d", State.OPEN, this.clock.instant().minusSeconds(60),
				this.clock.instant().minusSeconds(1));
		this.board.hear(old);
		assertThat(this.board.of("d")).isEqualTo(Standing.WELL);
	}

	private void hear(State state, int seconds) {
		Instant now = this.clock.instant();
		this.board.hear(new HealthNews("d", state, now, now.plusSeconds(seconds)));
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

}
