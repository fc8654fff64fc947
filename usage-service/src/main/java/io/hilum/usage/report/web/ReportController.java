package io.hilum.usage.report.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

import io.hilum.usage.audit.AuditTrail;
import io.hilum.usage.identity.Caller;
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
		ZoneId zone = ReportParameters.zone(parameters.get("time_zone"));
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), zone);
		TotalsQuery query = new TotalsQuery(
				ReportParameters.date("from", parameters.get("from"), today.withDayOfMonth(1)),
				ReportParameters.date("to", parameters.get("to"), today), zone,
				ReportParameters.dimensions(parameters.get("group_by")), parameters.get("team"), parameters.get("user"),
				parameters.get("model"));
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
