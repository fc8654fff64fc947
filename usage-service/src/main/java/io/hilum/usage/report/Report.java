package io.hilum.usage.report;

import java.util.List;

import io.hilum.usage.ledger.Totals;
import io.hilum.usage.ledger.TotalsQuery;

/**
 * The answer to a query.
 *
 * @param query what was asked
 * @param rows the groups
 * @param total the sum of all groups
 */
public record Report(TotalsQuery query, List<Totals> rows, Totals total) {

	static Report of(TotalsQuery query, List<Totals> rows) {
		return new Report(query, List.copyOf(rows), rows.stream().reduce(Totals.NONE, Totals::plus));
	}

}
