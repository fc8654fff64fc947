package io.hilum.systemtests.invariants;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was published is what was taken in.
 */
final class NothingLost implements Invariant {

	@Override
	public String name() {
		return "I3";
	}

	@Override
	public String promise() {
		return "the ids on the topics are those in ledger and audit, and nothing waits or is buried";
	}

	@Override
	public Stream<Violation> violations(Evidence evidence) {
		List<String> entries = evidence.ledger().stream().map(Entry::eventId).toList();
		List<String> links = evidence.chain().stream().map(Link::eventId).toList();
		List<String> usage = evidence.usage().stream().map(Published::id).toList();
		List<String> audit = evidence.audit().stream().map(Published::id).toList();
		return Stream
			.of(differences("on the usage topic", usage, "in the ledger", entries),
					differences("on the audit topic", audit, "in the audit", links),
					differences("in the ledger", entries, "among its ids", evidence.ledgerIds()),
					evidence.waiting().stream().map((row) -> violation(row, "was not sent or not taken in")))
			.flatMap((found) -> found);
	}

	private Stream<Violation> differences(String here, List<String> these, String there, List<String> those) {
		return Stream.concat(
				Repeated.without(these, those).map((id) -> violation(id, "is " + here + " and not " + there)),
				Repeated.without(those, these).map((id) -> violation(id, "is " + there + " and not " + here)));
	}

}
