package io.hilum.systemtests.invariants;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Once nothing is under way nothing is set aside, and counters say what the ledger says.
 */
final class NoPhantomSpend implements Invariant {

	private static final Duration MOMENT = Duration.ofSeconds(1);

	@Override
	public String name() {
		return "I5";
	}

	@Override
	public String promise() {
		return "nothing is held when nothing is under way, and each counter is the sum of its entries";
	}

	@Override
	public Stream<Violation> violations(Evidence evidence) {
		return Stream
			.of(evidence.holds().stream().map((id) -> violation(id, "is still held")), evidence.counters()
				.stream()
				.filter((counter) -> counter.heldNanoUsd() != 0)
				.map((counter) -> violation(counter.key(), counter.heldNanoUsd() + " nano-dollars are still held")),
					unequal(evidence))
			.flatMap((found) -> found);
	}

	/** Windows of one scope are added up, so that no run fails at midnight. */
	private Stream<Violation> unequal(Evidence evidence) {
		Map<String, Long> spent = new TreeMap<>();
		evidence.counters().forEach((counter) -> spent.merge(counter.scope(), counter.spentNanoUsd(), Long::sum));
		return spent.entrySet().stream().flatMap((counter) -> {
			long more = counter.getValue() - evidence.spentBy(counter.getKey());
			return (Math.abs(more) <= charged(evidence, counter.getKey())) ? Stream.empty()
					: Stream.of(violation(counter.getKey(), "the counter is " + more + " nano-dollars off the ledger"));
		});
	}

	/**
	 * What was charged at the moment of a loss may not have been remembered by anybody
	 * (ADR 31).
	 */
	private static long charged(Evidence evidence, String scope) {
		return evidence.ledger()
			.stream()
			.filter((entry) -> entry.isOf(scope))
			.filter((entry) -> evidence.losses()
				.stream()
				.anyMatch((loss) -> Duration.between(entry.time(), loss).abs().compareTo(MOMENT) < 0))
			.mapToLong(Entry::costNanoUsd)
			.sum();
	}

}
