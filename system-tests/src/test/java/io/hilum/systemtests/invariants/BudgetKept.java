package io.hilum.systemtests.invariants;

import java.time.Instant;
import java.util.stream.Stream;

/**
 * A hard budget is not exceeded. Only what was under way when Redis lost its data comes
 * on top, since it was not set aside any more (ADR 31).
 */
final class BudgetKept implements Invariant {

	@Override
	public String name() {
		return "I4";
	}

	@Override
	public String promise() {
		return "no hard budget is exceeded, but by what was under way when Redis lost its data";
	}

	@Override
	public Stream<Violation> violations(Evidence evidence) {
		return evidence.limits().stream().flatMap((limit) -> {
			long spent = evidence.spentBy(limit.scope());
			long most = limit.nanoUsd() + underWay(evidence, limit.scope());
			return (spent <= most) ? Stream.empty()
					: Stream.of(violation(limit.scope(), "spent " + spent + " of at most " + most + " nano-dollars"));
		});
	}

	private static long underWay(Evidence evidence, String scope) {
		return evidence.ledger()
			.stream()
			.filter((entry) -> entry.isOf(scope))
			.filter((entry) -> evidence.losses().stream().anyMatch((loss) -> wasUnderWay(entry, loss)))
			.mapToLong(Entry::holdNanoUsd)
			.sum();
	}

	private static boolean wasUnderWay(Entry entry, Instant loss) {
		return !entry.time().isBefore(loss) && !entry.time().minusMillis(entry.totalMillis()).isAfter(loss);
	}

}
