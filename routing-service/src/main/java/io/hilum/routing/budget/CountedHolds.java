package io.hilum.routing.budget;

import java.util.Map;
import java.util.TreeMap;

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

	private final Map<String, Counter> holds = new TreeMap<>();

	private final Counter held;

	/**
	 * Count.
	 * @param keeper who keeps
	 * @param meters the meters
	 */
	public CountedHolds(BudgetKeeper keeper, MeterRegistry meters) {
		this.keeper = keeper;
		for (String outcome : new String[] { "held", "refused", "unavailable" }) {
			this.holds.put(outcome,
					Counter.builder("hilum.budget.holds")
						.description("Requests for which money was to be set aside")
						.tag("outcome", outcome)
						.register(meters));
		}
		this.held = Counter.builder("hilum.budget.held")
			.description("Money that was set aside")
			.baseUnit("usd")
			.register(meters);
	}

	@Override
	public Mono<Hold> hold(HoldRequest request) {
		return this.keeper.hold(request).doOnNext((hold) -> {
			count("held");
			this.held.increment(hold.nanoUsd() * NANO);
		}).doOnError((cause) -> count(isRefusal(cause) ? "refused" : "unavailable"));
	}

	private static boolean isRefusal(Throwable cause) {
		return cause instanceof RoutingException refusal && refusal.problem() instanceof RoutingProblem.BudgetExceeded;
	}

	private void count(String outcome) {
		Counter counter = this.holds.get(outcome);
		if (counter != null) {
			counter.increment();
		}
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
