package io.hilum.systemtests.invariants;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that was seen from outside, at one time, while nothing was under way.
 *
 * @param asked what clients saw
 * @param reached what the provider saw
 * @param usage the topic of usage events
 * @param audit the topic of audit events
 * @param ledger the rows of the ledger
 * @param ledgerIds the ids that the ledger knows
 * @param totals what reports are made of
 * @param summed the same, summed up anew from the ledger
 * @param postings what does not add up to nothing of the double entry: ids of entries
 * @param chain the rows of the audit in order
 * @param tip the hash at which the store says that the chain ends
 * @param waiting what was not sent or could not be read: rows of outbox and dead letters
 * @param counters what Redis says was spent
 * @param holds the ids of holds that are in force
 * @param limits hard budgets
 * @param losses when Redis lost its data
 */
public record Evidence(List<Asked> asked, List<Reached> reached, List<Published> usage, List<Published> audit,
		List<Entry> ledger, List<String> ledgerIds, List<Total> totals, List<Total> summed, List<String> postings,
		List<Link> chain, String tip, List<String> waiting, List<Counter> counters, List<String> holds,
		List<Limit> limits, List<Instant> losses) {

	Set<String> reachedIds() {
		return this.reached.stream().map(Reached::eventId).collect(Collectors.toSet());
	}

	Set<Long> reachedQuestions() {
		return this.reached.stream().map(Reached::question).collect(Collectors.toSet());
	}

	long spentBy(String scope) {
		return this.ledger.stream().filter((entry) -> entry.isOf(scope)).mapToLong(Entry::costNanoUsd).sum();
	}

}
