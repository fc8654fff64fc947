package io.hilum.usage.phi.web;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;

import io.hilum.usage.audit.AuditTrail;
import io.hilum.usage.identity.Caller;
import io.hilum.usage.ledger.Dimension;
import io.hilum.usage.ledger.TotalsQuery;
import io.hilum.usage.phi.PhiReports;
import io.hilum.usage.phi.PhiTable;
import io.hilum.usage.report.ReportParameters;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What was done about identifiers, for administrators; each look is on record.
 */
@RestController
@RequestMapping("/v1/usage/phi")
class PhiController {

	private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

	private final PhiReports reports;

	private final AuditTrail audit;

	private final Clock clock;

	PhiController(PhiReports reports, AuditTrail audit, Clock clock) {
		this.reports = reports;
		this.audit = audit;
		this.clock = clock;
	}

	@GetMapping
	Mono<PhiReportView> report(Caller caller, @RequestParam Map<String, String> parameters) {
		TotalsQuery query = query(parameters);
		return admit(caller, query).then(Mono.defer(() -> this.reports.report(query))).map(PhiReportView::of);
	}

	@GetMapping("/export")
	Mono<ResponseEntity<String>> export(Caller caller, @RequestParam Map<String, String> parameters) {
		TotalsQuery query = query(parameters);
		return admit(caller, query).then(Mono.defer(() -> this.reports.report(query)))
			.map((report) -> ResponseEntity.ok()
				.contentType(CSV)
				.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"phi.csv\"")
				.header("X-Content-Type-Options", "nosniff")
				.body(PhiTable.of(report)));
	}

	private TotalsQuery query(Map<String, String> parameters) {
		return ReportParameters.query(parameters, this.clock.instant(), EnumSet.of(Dimension.DAY));
	}

	private Mono<Void> admit(Caller caller, TotalsQuery query) {
		String resource = query.from() + "/" + query.to();
		return this.audit.requireAdministrator(caller, "usage.phi", resource)
			.then(this.audit.allowed(caller, "usage.phi", resource));
	}

}
