package io.hilum.usage.phi;

import io.hilum.usage.ledger.TotalsQuery;
import io.hilum.usage.report.ReportBounds;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Answers how many identifiers were replaced, within the bounds of all reports. For
 * administrators: how often somebody writes of patients is nobody else's to know.
 */
@Component
public class PhiReports {

	private final PhiLedger ledger;

	private final ReportBounds bounds;

	PhiReports(PhiLedger ledger, ReportBounds bounds) {
		this.ledger = ledger;
		this.bounds = bounds;
	}

	/**
	 * Sum up.
	 * @param query what is asked
	 * @return the report
	 */
	public Mono<PhiReport> report(TotalsQuery query) {
		return this.bounds.rows(query, (limit) -> this.ledger.totals(query, limit))
			.zipWhen((rows) -> this.ledger.summary(query), (rows, summary) -> new PhiReport(query, rows, summary));
	}

}
