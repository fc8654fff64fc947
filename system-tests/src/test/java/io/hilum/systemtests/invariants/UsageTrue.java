package io.hilum.systemtests.invariants;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tokens in the ledger are those of the provider, or are flagged as an estimate.
 */
final class UsageTrue implements Invariant {

	@Override
	public String name() {
		return "I6";
	}

	@Override
	public String promise() {
		return "tokens are what the provider counted, or flagged, and never more than it could have generated";
	}

	@Override
	public Stream<Violation> violations(Evidence evidence) {
		Map<String, Reached> calls = evidence.reached()
			.stream()
			.collect(Collectors.toMap(Reached::eventId, Function.identity(), (first, again) -> first));
		return evidence.ledger().stream().flatMap((entry) -> {
			Reached call = calls.get(entry.eventId());
			return (call != null) ? of(entry, call) : Stream.empty();
		});
	}

	private Stream<Violation> of(Entry entry, Reached call) {
		if (entry.source().equals("provider")) {
			boolean same = entry.inputTokens() == call.inputTokens() && entry.outputTokens() == call.outputTokens();
			return same ? Stream.empty() : wrong(entry, "the provider counted " + call.inputTokens() + " and "
					+ call.outputTokens() + ", the ledger " + entry.inputTokens() + " and " + entry.outputTokens());
		}
		return switch (entry.outcome()) {
			case "success" -> wrong(entry, "succeeded and its tokens are only estimated");
			case "aborted" -> entry.outputTokens() <= call.characters() ? Stream.empty()
					: wrong(entry, "more tokens than letters were generated: " + entry.outputTokens());
			default -> Stream.empty();
		};
	}

	private Stream<Violation> wrong(Entry entry, String what) {
		return Stream.of(violation(entry.eventId(), what));
	}

}
