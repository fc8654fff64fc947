package io.hilum.usage.report.web;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hilum.usage.ledger.NanoUsd;
import io.hilum.usage.ledger.Tokens;
import io.hilum.usage.ledger.Totals;
import io.hilum.usage.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * A report as clients read it.
 *
 * @param from the first day
 * @param to the last day
 * @param timeZone the time zone in which days begin
 * @param rows the groups
 * @param total the sum of all groups
 */
record ReportView(LocalDate from, LocalDate to, String timeZone, List<Row> rows, Row total) {

	static ReportView of(Report report) {
		return new ReportView(report.query().from(), report.query().to(), report.query().zone().getId(),
				report.rows().stream().map(Row::of).toList(), Row.of(report.total()));
	}

	/**
	 * What a group used and cost.
	 *
	 * @param day the day, if grouped by it
	 * @param team the team, if grouped by it
	 * @param user the subject, if grouped by it
	 * @param model the model, if grouped by it
	 * @param requests how many requests
	 * @param errors how many of them failed
	 * @param tokens what they used
	 * @param costUsd what they cost in dollars
	 * @param costNanoUsd what they cost in nano-dollars
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Row(@Nullable LocalDate day, @Nullable String team, @Nullable String user, @Nullable String model,
			long requests, long errors, Tokens tokens, String costUsd, long costNanoUsd) {

		static Row of(Totals totals) {
			return new Row(totals.day(), totals.team(), totals.user(), totals.model(), totals.requests(),
					totals.errors(), totals.tokens(), NanoUsd.format(totals.costNanoUsd()), totals.costNanoUsd());
		}

	}

}
