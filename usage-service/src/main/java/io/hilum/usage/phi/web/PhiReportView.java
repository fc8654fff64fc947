package io.hilum.usage.phi.web;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hilum.usage.phi.PhiReport;
import io.hilum.usage.phi.TypeTotals;
import org.jspecify.annotations.Nullable;

/**
 * A report as clients read it.
 *
 * @param from the first day
 * @param to the last day
 * @param timeZone the time zone in which days begin
 * @param rows the types in each group
 * @param total the sum over everything
 */
record PhiReportView(LocalDate from, LocalDate to, String timeZone, List<Row> rows, Total total) {

	static PhiReportView of(PhiReport report) {
		return new PhiReportView(report.query().from(), report.query().to(), report.query().zone().getId(),
				report.rows().stream().map(Row::of).toList(), new Total(report.summary().requests(),
						report.summary().withIdentifiers(), report.summary().raw(), report.identifiers()));
	}

	/**
	 * How many identifiers of a type there were in a group.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Row(@Nullable LocalDate day, @Nullable String team, @Nullable String user, @Nullable String model,
			String type, long requests, long identifiers) {

		static Row of(TypeTotals totals) {
			return new Row(totals.day(), totals.team(), totals.user(), totals.model(), totals.type(), totals.requests(),
					totals.identifiers());
		}

	}

	/**
	 * The sum over everything.
	 */
	record Total(long requests, long withIdentifiers, long raw, long identifiers) {

	}

}
