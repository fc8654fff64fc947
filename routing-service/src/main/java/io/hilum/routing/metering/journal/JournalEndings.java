package io.hilum.routing.metering.journal;

import java.time.Instant;
import java.util.OptionalLong;

import io.hilum.journal.EventJournal;
import io.hilum.routing.budget.KnownEndings;

/**
 * The endings that the journal had at its opening.
 */
final class JournalEndings implements KnownEndings {

	private final EventJournal journal;

	private final RecollectedCosts costs;

	JournalEndings(EventJournal journal, RecollectedCosts costs) {
		this.journal = journal;
		this.costs = costs;
	}

	@Override
	public String owner() {
		return this.journal.identity();
	}

	@Override
	public OptionalLong costOf(String id) {
		return this.costs.of(id);
	}

	@Override
	public Instant since() {
		Instant ofJournal = this.journal.recollectsSince();
		Instant complete = this.costs.complete();
		return complete.isAfter(ofJournal) ? complete : ofJournal;
	}

	@Override
	public void forget() {
		this.costs.forget();
	}

}
