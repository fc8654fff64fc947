package io.hilum.usage.phi;

import io.hilum.usage.ledger.TotalsQuery;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Counts identifiers over the entries of the ledger: what is kept with them, in their
 * transaction, and made again with the ledger's totals.
 */
public interface PhiLedger {

	/**
	 * Sum up by type, and by what the query groups by.
	 * @param query which entries
	 * @param limit how many totals at most
	 * @return the totals, in the order of their groups
	 */
	Flux<TypeTotals> totals(TotalsQuery query, int limit);

	/**
	 * Sum up over everything.
	 * @param query which entries
	 * @return the sum
	 */
	Mono<PhiSummary> summary(TotalsQuery query);

}
