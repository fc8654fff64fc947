package io.hilum.routing.budget;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.hilum.routing.catalogue.Price;
import io.hilum.routing.problem.RoutingException;
import io.hilum.routing.problem.RoutingProblem;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link CountedHolds}.
 */
class CountedHoldsTests {

	private static final HoldRequest REQUEST = new HoldRequest("h", List.of(), new Worst(Price.FREE, 1, 1, 1, 1));

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final Deque<Mono<Hold>> answers = new ArrayDeque<>();

	private final CountedHolds holds = new CountedHolds(new Scripted(this.answers), this.meters);

	@Test
	void countsWhatWasHeldRefusedAndUnknown() {
		assertThat(count("held") + count("refused") + count("unavailable")).as("all there before the first").isZero();
		this.answers.add(Mono.just(new Hold("h", 41_500_000, 41_500_000, 400, null, List.of())));
		this.answers.add(Mono.error(new RoutingException(new RoutingProblem.BudgetExceeded("team", "month"))));
		this.answers.add(Mono.error(new IllegalStateException("Redis is away")));
		StepVerifier.create(this.holds.hold(REQUEST)).expectNextCount(1).verifyComplete();
		StepVerifier.create(this.holds.hold(REQUEST)).verifyError(RoutingException.class);
		StepVerifier.create(this.holds.hold(REQUEST)).verifyError(IllegalStateException.class);
		assertThat(count("held")).isEqualTo(1);
		assertThat(count("refused")).isEqualTo(1);
		assertThat(count("unavailable")).isEqualTo(1);
		assertThat(this.meters.get("hilum.budget.held").counter().count()).isCloseTo(0.0415, within(1e-12));
	}

	private double count(String outcome) {
		return this.meters.get("hilum.budget.holds").tag("outcome", outcome).counter().count();
	}

	/**
	 * A keeper that answers what it was told to.
	 *
	 * @param answers its answers in order
	 */
	private record Scripted(Deque<Mono<Hold>> answers) implements BudgetKeeper {

		@Override
		public Mono<Hold> hold(HoldRequest request) {
			return this.answers.removeFirst();
		}

		@Override
		public Mono<Hold> foresee(HoldRequest request) {
			return hold(request);
		}

		@Override
		public Mono<Void> settle(Hold hold, long costNanoUsd) {
			return Mono.empty();
		}

		@Override
		public Mono<Void> cancel(HoldRequest request) {
			return Mono.empty();
		}

	}

}
