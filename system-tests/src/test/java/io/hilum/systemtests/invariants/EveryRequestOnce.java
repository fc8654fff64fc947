package io.hilum.systemtests.invariants;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What reached a provider is in the ledger once; what is in the ledger reached it, or
 * died on the way there and says so.
 */
final class EveryRequestOnce implements Invariant {

	@Override
	public String name() {
		return "I1";
	}

	@Override
	public String promise() {
		return "every request that reached the provider is in the ledger exactly once, and nothing else is";
	}

	@Override
	public Stream<Violation> violations(Evidence evidence) {
		List<String> reached = evidence.reached().stream().map(Reached::eventId).toList();
		List<String> entries = evidence.ledger().stream().map(Entry::eventId).toList();
		return Stream
			.of(Repeated.without(reached, entries)
				.map((id) -> violation(id, "reached the provider and is not in the ledger")),
					Repeated.in(entries).map((id) -> violation(id, "is in the ledger more than once")),
					Repeated.in(reached).map((id) -> violation(id, "reached the provider more than once")),
					Repeated.in(evidence.ledger().stream().map(Entry::requestId).toList())
						.map((id) -> violation(id, "the request is in the ledger more than once")),
					unfounded(evidence), unasked(evidence))
			.flatMap((found) -> found);
	}

	private Stream<Violation> unfounded(Evidence evidence) {
		Set<String> reached = evidence.reachedIds();
		return evidence.ledger()
			.stream()
			.filter((entry) -> !entry.crashed() && !reached.contains(entry.eventId()))
			.map((entry) -> violation(entry.eventId(), "is in the ledger and never reached the provider"));
	}

	/** Everything that reaches a provider was asked by one of the clients. */
	private Stream<Violation> unasked(Evidence evidence) {
		Set<Long> asked = evidence.asked().stream().map(Asked::question).collect(Collectors.toSet());
		return evidence.reached()
			.stream()
			.filter((call) -> !asked.contains(call.question()))
			.map((call) -> violation(call.eventId(), "reached the provider and nobody asked it"));
	}

}
