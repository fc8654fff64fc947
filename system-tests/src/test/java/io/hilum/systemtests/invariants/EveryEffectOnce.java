package io.hilum.systemtests.invariants;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An entry of the ledger has one effect in everything that is made of it.
 */
final class EveryEffectOnce implements Invariant {

	@Override
	public String name() {
		return "I2";
	}

	@Override
	public String promise() {
		return "each entry has one effect: totals are the sums of the ledger, double entry adds up to nothing";
	}

	@Override
	public Stream<Violation> violations(Evidence evidence) {
		return Stream.concat(totals(evidence),
				evidence.postings().stream().map((id) -> violation(id, "its postings do not add up to nothing")));
	}

	private Stream<Violation> totals(Evidence evidence) {
		Map<String, Total> kept = byKey(evidence.totals().stream());
		Map<String, Total> summed = byKey(evidence.summed().stream());
		return Stream.concat(kept.keySet().stream(), summed.keySet().stream())
			.distinct()
			.filter((key) -> !String.valueOf(kept.get(key)).equals(String.valueOf(summed.get(key))))
			.map((key) -> violation(key, "the report says " + kept.get(key) + ", the ledger " + summed.get(key)));
	}

	private static Map<String, Total> byKey(Stream<Total> totals) {
		return totals.collect(Collectors.toMap(Total::key, Function.identity(), Total::plus));
	}

}
