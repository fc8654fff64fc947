package io.hilum.systemtests.invariants;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Requests of one caller under one idempotency key are one call, and their answers are
 * one.
 */
final class OneCallPerKey implements Invariant {

	@Override
	public String name() {
		return "I14";
	}

	@Override
	public String promise() {
		return "requests under one idempotency key are one call of the provider with one answer";
	}

	@Override
	public Stream<Violation> violations(Evidence evidence) {
		Map<String, List<Asked>> byKey = evidence.asked()
			.stream()
			.filter((asked) -> !asked.retryKey().isEmpty())
			.collect(Collectors.groupingBy((asked) -> asked.keyId() + " " + asked.retryKey()));
		return byKey.entrySet().stream().flatMap((same) -> of(same.getKey(), same.getValue(), evidence));
	}

	private Stream<Violation> of(String key, List<Asked> same, Evidence evidence) {
		Set<Long> questions = same.stream().map(Asked::question).collect(Collectors.toSet());
		long calls = evidence.reached().stream().filter((call) -> questions.contains(call.question())).count();
		long answers = same.stream().filter(Asked::answered).map(Asked::answer).distinct().count();
		return Stream.concat(
				(calls <= 1) ? Stream.empty() : Stream.of(violation(key, calls + " calls of the provider")),
				(answers <= 1) ? Stream.empty() : Stream.of(violation(key, answers + " different answers")));
	}

}
