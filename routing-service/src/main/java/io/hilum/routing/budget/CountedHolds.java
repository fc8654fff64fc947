package io.hilum.routing.budget;

import io.hilum.routing.problem.RoutingException;
import io.hilum.routing.problem.RoutingProblem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Mono;

/**
 * Counts what another keeper does: {@code hilum.budget.holds} ({@code outcome} held,
 * refused or unavailable) and {@code hilum.budget.held} in dollars. All are there from
 * the start, so that the first one is seen as a step.
 */
public final class CountedHolds implements BudgetKeeper {

	private static final double NANO = 1e-9;

	private final BudgetKeeper keeper;

	private final Counter made;

	private final Counter refused;

	private final Counter unavailable;

	private final Counter held;

	/**
	 * Count.
	 * @param keeper who keeps
	 * @param meters the meters
	 */
	public CountedHolds(BudgetKeeper keeper, MeterRegistry meters) {
		this.keeper = keeper;
		this.made = holds("held", meters);
		this.refused = holds("refused", meters);
		this.unavailable = holds("unavailable", meters);
		this.held = Counter.builder("hilum.budget.held")
			.description("Money that was set aside")
			.baseUnit("usd")
			.register(meters);
	}

	private static Counter holds(String outcome, MeterRegistry meters) {
		return Counter.builder("hilum.budget.holds")
			.description("Requests for which money was to be set aside")
			.tag("outcome", outcome)
			.register(meters);
	}

	@Override
	public Mono<Hold> hold(HoldRequest request) {
		return this.keeper.hold(request).doOnNext((hold) -> {
			this.made.increment();
			this.held.increment(hold.nanoUsd() * NANO);
		}).doOnError((cause) -> (isRefusal(cause) ? this.refused : this.unavailable).increment());
	}

	@Override
	public Mono<Hold> foresee(HoldRequest request) {
		return this.keeper.foresee(request);
	}

	private static boolean isRefusal(Throwable cause) {
		return cause instanceof RoutingException refusal && refusal.problem() instanceof RoutingProblem.BudgetExceeded;
	}

	@Override
	public Mono<Void> settle(Hold hold, long costNanoUsd) {
		return this.keeper.settle(hold, costNanoUsd);
	}

	@Override
	public Mono<Void> cancel(HoldRequest request) {
		return this.keeper.cancel(request);
	}

}
