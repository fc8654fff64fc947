package io.hilum.systemtests.invariants;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who got an answer finds it on record; who was refused before the provider was called
 * does not pay. What died between its record and the provider is flagged as crashed.
 */
final class AnswersOnRecord implements Invariant {

	@Override
	public String name() {
		return "I11";
	}

	@Override
	public String promise() {
		return "an answered client finds a paid entry and one audit event, a refused one pays nothing";
	}

	@Override
	public Stream<Violation> violations(Evidence evidence) {
		Map<String, Entry> entries = evidence.ledger()
			.stream()
			.collect(Collectors.toMap(Entry::requestId, Function.identity(), (first, again) -> first));
		return Stream
			.of(evidence.asked().stream().filter(Asked::answered).flatMap((asked) -> unpaid(asked, entries)),
					charged(evidence, entries), unaudited(evidence))
			.flatMap((found) -> found);
	}

	private Stream<Violation> unpaid(Asked asked, Map<String, Entry> entries) {
		Entry entry = entries.get(asked.requestId());
		if (entry == null) {
			return Stream.of(violation(asked.requestId(), "was answered and is not in the ledger"));
		}
		return entry.outcome().equals("success") ? Stream.empty()
				: Stream.of(violation(asked.requestId(), "was answered in full and is there as " + entry.outcome()));
	}

	private Stream<Violation> charged(Evidence evidence, Map<String, Entry> entries) {
		Set<Long> reached = evidence.reachedQuestions();
		return evidence.asked()
			.stream()
			.filter((asked) -> asked.result() == Asked.Result.REFUSED && !reached.contains(asked.question()))
			.filter((asked) -> {
				Entry entry = entries.get(asked.requestId());
				return entry != null && !entry.crashed();
			})
			.map((asked) -> violation(asked.requestId(), "was refused before the provider was called and is charged"));
	}

	/**
	 * What ends with 5xx and is not charged may have ended before anybody knew who asked.
	 */
	private Stream<Violation> unaudited(Evidence evidence) {
		List<String> audited = evidence.chain().stream().filter(Link::ofRequest).map(Link::requestId).toList();
		List<String> charged = evidence.ledger().stream().map(Entry::requestId).toList();
		List<String> answered = evidence.asked()
			.stream()
			.filter((asked) -> asked.status() >= 200 && asked.status() < 500)
			.map(Asked::requestId)
			.toList();
		return Stream.of(Repeated.in(audited).map((id) -> violation(id, "the request is in the audit more than once")),
				Repeated.without(charged, audited).map((id) -> violation(id, "is in the ledger and not in the audit")),
				Repeated.without(answered, audited).map((id) -> violation(id, "was answered and is not in the audit")))
			.flatMap((found) -> found);
	}

}
