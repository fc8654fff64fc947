package io.hilum.usage.ledger;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What each request used and cost. Entries are written once and never changed; totals are
 * kept with them, in one transaction, and can be made again from them.
 */
public interface Ledger {

	/**
	 * Write entries, in the present transaction. An entry whose id is known changes
	 * nothing, whatever else it says.
	 * @param entries the entries
	 * @return how many were new
	 */
	Mono<Long> append(List<LedgerEntry> entries);

	/**
	 * Find the entries of a request.
	 * @param requestId the id of the client's request
	 * @return its entries, the latest first
	 */
	Flux<LedgerEntry> ofRequest(String requestId);

	/**
	 * Sum up.
	 * @param query which totals
	 * @param limit how many at most
	 * @return the totals, in the order of their groups
	 */
	Flux<Totals> totals(TotalsQuery query, int limit);

	/**
	 * Make the totals again from the entries.
	 * @return how many entries were summed up
	 */
	Mono<Long> rebuildTotals();

	/**
	 * Make room for the entries of months to come.
	 * @param months the months
	 * @return when there is room
	 */
	Mono<Void> prepare(Collection<YearMonth> months);

}
