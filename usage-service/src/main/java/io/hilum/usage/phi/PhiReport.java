package io.hilum.usage.phi;

import java.util.List;

import io.hilum.usage.ledger.TotalsQuery;

/**
 * The answer to a query.
 *
 * @param query what was asked
 * @param rows the types in each group
 * @param summary the sum over everything
 */
public record PhiReport(TotalsQuery query, List<TypeTotals> rows, PhiSummary summary) {

	public PhiReport {
		rows = List.copyOf(rows);
	}

	/**
	 * How many identifiers were replaced.
	 * @return the sum over all rows
	 */
	public long identifiers() {
		return this.rows.stream().mapToLong(TypeTotals::identifiers).reduce(0, Math::addExact);
	}

}
