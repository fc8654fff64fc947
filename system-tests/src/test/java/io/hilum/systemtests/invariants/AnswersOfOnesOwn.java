package io.hilum.systemtests.invariants;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Nobody gets the answer of somebody else, and nobody pays for it.
 */
final class AnswersOfOnesOwn implements Invariant {

	@Override
	public String name() {
		return "I13";
	}

	@Override
	public String promise() {
		return "every answer carries its own marker and is charged to who asked";
	}

	@Override
	public Stream<Violation> violations(Evidence evidence) {
		Map<String, Entry> entries = evidence.ledger()
			.stream()
			.collect(Collectors.toMap(Entry::requestId, Function.identity(), (first, again) -> first));
		Map<String, Long> questions = evidence.reached()
			.stream()
			.collect(Collectors.toMap(Reached::eventId, Reached::question, (first, again) -> first));
		return evidence.asked().stream().flatMap((asked) -> {
			if (asked.result() == Asked.Result.WRONG) {
				return Stream.of(violation(asked.requestId(), "got an answer that is not its own"));
			}
			Entry entry = entries.get(asked.requestId());
			return (entry != null) ? mixed(asked, entry, questions.get(entry.eventId())) : Stream.empty();
		});
	}

	private Stream<Violation> mixed(Asked asked, Entry entry, @Nullable Long question) {
		if (!entry.keyId().equals(asked.keyId()) || !entry.team().equals(asked.team())) {
			return Stream.of(violation(asked.requestId(), "is charged to " + entry.team() + " by " + entry.keyId()));
		}
		return (question == null || question == asked.question()) ? Stream.empty()
				: Stream.of(violation(asked.requestId(), "the provider was asked question " + question + " for it"));
	}

}
