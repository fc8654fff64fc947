package io.hilum.usage.report.web;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;

import io.hilum.usage.audit.AuditTrail;
import io.hilum.usage.identity.Caller;
import io.hilum.usage.ledger.Dimension;
import io.hilum.usage.ledger.TotalsQuery;
import io.hilum.usage.report.ReportParameters;
import io.hilum.usage.report.Reports;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reports over HTTP.
 */
@RestController
@RequestMapping("/v1/usage")
class ReportController {

	private final Reports reports;

	private final AuditTrail audit;

	private final Clock clock;

	ReportController(Reports reports, AuditTrail audit, Clock clock) {
		this.reports = reports;
		this.audit = audit;
		this.clock = clock;
	}

	@GetMapping
	Mono<ReportView> report(Caller caller, @RequestParam Map<String, String> parameters) {
		TotalsQuery query = ReportParameters.query(parameters, this.clock.instant(),
				EnumSet.of(Dimension.DAY, Dimension.MODEL));
		return this.reports.report(caller, query).map(ReportView::of);
	}

	@GetMapping("/events/{requestId}")
	Mono<EntryView> event(Caller caller, @PathVariable("requestId") String requestId) {
		return this.reports.ofRequest(caller, requestId).map(EntryView::of);
	}

	@PostMapping("/totals/rebuild")
	Mono<Map<String, Long>> rebuild(Caller caller) {
		return this.audit.requireAdministrator(caller, "usage.rebuild", null)
			.then(this.audit.allowed(caller, "usage.rebuild", null))
			.then(this.reports.rebuildTotals())
			.map((entries) -> Map.of("entries", entries));
	}

}
