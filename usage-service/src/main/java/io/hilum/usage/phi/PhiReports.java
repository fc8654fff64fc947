package io.hilum.usage.phi;

import java.time.temporal.ChronoUnit;

import io.hilum.usage.ledger.TotalsQuery;
import io.hilum.usage.problem.UsageProblem;
import io.hilum.usage.report.ReportProperties;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Answers how many identifiers were replaced, within the bounds of all reports. For
 * administrators: how often somebody writes of patients is nobody else's to know.
 */
@Component
public class PhiReports {

	private final PhiLedger ledger;

	private final ReportProperties properties;

	PhiReports(PhiLedger ledger, ReportProperties properties) {
		this.ledger = ledger;
		this.properties = properties;
	}

	/**
	 * Sum up.
	 * @param query what is asked
	 * @return the report
	 */
	public Mono<PhiReport> report(TotalsQuery query) {
		long days = ChronoUnit.DAYS.between(query.from(), query.to());
		if (days < 0 || days >= this.properties.maxDays()) {
			throw new UsageProblem.Invalid("from", "Expected 1 to " + this.properties.maxDays() + " days");
		}
		return this.ledger.totals(query, this.properties.maxRows() + 1)
			.collectList()
			.filter((rows) -> rows.size() <= this.properties.maxRows())
			.switchIfEmpty(Mono.error(() -> new UsageProblem.Invalid("group_by",
					"The report has more than " + this.properties.maxRows() + " rows, narrow it")))
			.zipWhen((rows) -> this.ledger.summary(query), (rows, summary) -> new PhiReport(query, rows, summary));
	}

}
