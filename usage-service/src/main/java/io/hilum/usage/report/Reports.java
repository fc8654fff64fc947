package io.hilum.usage.report;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import io.hilum.usage.identity.Caller;
import io.hilum.usage.ledger.Ledger;
import io.hilum.usage.ledger.LedgerEntry;
import io.hilum.usage.ledger.TotalsQuery;
import io.hilum.usage.problem.UsageProblem;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Answers what was used, each caller's own only but for administrators.
 */
@Component
public class Reports {

	private final Ledger ledger;

	private final ReportBounds bounds;

	private final Clock clock;

	Reports(Ledger ledger, ReportBounds bounds, Clock clock) {
		this.ledger = ledger;
		this.bounds = bounds;
		this.clock = clock;
	}

	/**
	 * Sum up.
	 * @param caller who asks
	 * @param wanted what for; for anybody but an administrator the subject is the caller
	 * @return the report
	 */
	public Mono<Report> report(Caller caller, TotalsQuery wanted) {
		TotalsQuery query = caller.administers() ? wanted : new TotalsQuery(wanted.from(), wanted.to(), wanted.zone(),
				wanted.groupBy(), wanted.team(), caller.subject(), wanted.model());
		return this.bounds.rows(query, (limit) -> this.ledger.totals(query, limit))
			.map((rows) -> Report.of(query, rows));
	}

	/**
	 * The caller's own use since the month began.
	 * @param caller who asks
	 * @param zone the time zone in which the month began
	 * @return the report, of at most one row
	 */
	public Mono<Report> thisMonth(Caller caller, ZoneId zone) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), zone);
		TotalsQuery query = new TotalsQuery(today.withDayOfMonth(1), today, zone, Set.of(), null, caller.subject(),
				null);
		return this.ledger.totals(query, 1).collectList().map((rows) -> Report.of(query, rows));
	}

	/**
	 * The entries of one request.
	 * @param caller who asks
	 * @param requestId the id of the client's request
	 * @return its entries, the latest first, at least one
	 */
	public Mono<List<LedgerEntry>> ofRequest(Caller caller, String requestId) {
		return this.ledger.ofRequest(requestId)
			.filter((entry) -> caller.mayRead(entry.subject()))
			.collectList()
			.filter((entries) -> !entries.isEmpty())
			.switchIfEmpty(Mono.error(() -> new UsageProblem.NotFound("There is no request " + requestId)));
	}

	/**
	 * Make the totals again from the ledger.
	 * @return how many entries were summed up
	 */
	public Mono<Long> rebuildTotals() {
		return this.ledger.rebuildTotals();
	}

}
