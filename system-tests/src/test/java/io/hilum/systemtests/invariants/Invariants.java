package io.hilum.systemtests.invariants;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The one checker: every promise against the same evidence.
 */
public final class Invariants {

	private static final List<Invariant> ALL = List.of(new EveryRequestOnce(), new EveryEffectOnce(), new NothingLost(),
			new BudgetKept(), new NoPhantomSpend(), new UsageTrue(), new AuditUnbroken(), new AnswersOnRecord(),
			new AnswersOfOnesOwn(), new OneCallPerKey());

	private Invariants() {
	}

	/**
	 * All that does not hold.
	 */
	public static List<Violation> violated(Evidence evidence) {
		return ALL.stream().flatMap((invariant) -> invariant.violations(evidence)).toList();
	}

	/**
	 * A line for each, with how often it is violated.
	 */
	public static String report(List<Violation> violated) {
		Map<String, Long> counts = new LinkedHashMap<>();
		ALL.forEach((invariant) -> counts.put(invariant.name(),
				violated.stream().filter((violation) -> violation.invariant().equals(invariant.name())).count()));
		StringBuilder report = new StringBuilder();
		ALL.forEach((invariant) -> report
			.append("%-4s %s: %s%n".formatted(invariant.name(), counts.getOrDefault(invariant.name(), 0L).equals(0L)
					? "holds" : "VIOLATED " + counts.get(invariant.name()) + " times", invariant.promise())));
		violated.stream().limit(200).forEach((violation) -> report.append(violation).append(System.lineSeparator()));
		return report.toString();
	}

}
