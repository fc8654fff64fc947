package io.hilum.usage.export.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.hilum.usage.audit.AuditTrail;
import io.hilum.usage.export.ExportProperties;
import io.hilum.usage.export.ExportQuery;
import io.hilum.usage.export.UsageExport;
import io.hilum.usage.identity.Caller;
import io.hilum.usage.ledger.Dimension;
import io.hilum.usage.ledger.Tokens;
import io.hilum.usage.ledger.Totals;
import io.hilum.usage.ledger.TotalsQuery;
import io.hilum.usage.problem.UsageProblem;
import io.hilum.usage.provision.ProvisionedHours;
import io.hilum.usage.provision.ProvisionedUse;
import io.hilum.usage.report.Report;
import io.hilum.usage.report.ReportParameters;
import io.hilum.usage.report.Reports;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Exports over HTTP, for administrators. Each leaves evidence.
 */
@RestController
@RequestMapping("/v1/usage")
class ExportController {

	private static final String NDJSON = "application/x-ndjson";

	private static final String CSV = "text/csv;charset=UTF-8";

	/** The type that IANA has for it. */
	private static final String PARQUET = "application/vnd.apache.parquet";

	private final UsageExport export;

	private final Reports reports;

	private final ProvisionedHours provisioned;

	private final AuditTrail audit;

	private final ExportProperties properties;

	private final Clock clock;

	ExportController(UsageExport export, Reports reports, ProvisionedHours provisioned, AuditTrail audit,
			ExportProperties properties, Clock clock) {
		this.export = export;
		this.reports = reports;
		this.provisioned = provisioned;
		this.audit = audit;
		this.properties = properties;
		this.clock = clock;
	}

	@GetMapping("/export")
	Mono<ResponseEntity<Flux<DataBuffer>>> export(Caller caller, @RequestParam Map<String, String> parameters) {
		String format = parameters.getOrDefault("format", "csv");
		ExportQuery query = query(parameters);
		ResponseEntity<Flux<DataBuffer>> file = switch (format) {
			case "csv" -> file(text(this.export.csv(query)), "usage.csv", CSV);
			case "ndjson" -> file(text(this.export.ndjson(query)), "usage.ndjson", NDJSON);
			case "parquet" -> file(this.export.parquet(query), "usage.parquet", PARQUET);
			default -> throw new UsageProblem.Invalid("format", "Expected csv, ndjson or parquet");
		};
		return admit(caller, "usage.export", query.from() + "/" + query.to()).thenReturn(file);
	}

	private static Flux<ByteBuffer> text(Flux<String> text) {
		return text.map(StandardCharsets.UTF_8::encode);
	}

	private ExportQuery query(Map<String, String> parameters) {
		ZoneId zone = ReportParameters.zone(parameters.get("time_zone"));
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), zone);
		LocalDate from = ReportParameters.date("from", parameters.get("from"), today.withDayOfMonth(1));
		LocalDate to = ReportParameters.date("to", parameters.get("to"), today);
		long days = ChronoUnit.DAYS.between(from, to);
		if (days < 0 || days >= this.properties.maxDays()) {
			throw new UsageProblem.Invalid("from", "Expected 1 to " + this.properties.maxDays() + " days");
		}
		return new ExportQuery(from.atStartOfDay(zone).toInstant(), to.plusDays(1).atStartOfDay(zone).toInstant(),
				parameters.get("team"));
	}

	@GetMapping("/chargeback")
	Mono<ResponseEntity<Flux<DataBuffer>>> chargeback(Caller caller, @RequestParam("month") String month,
			@RequestParam(name = "time_zone", required = false) @Nullable String timeZone) {
		YearMonth of = ReportParameters.month(month);
		TotalsQuery query = new TotalsQuery(of.atDay(1), of.atEndOfMonth(), ReportParameters.zone(timeZone),
				Set.of(Dimension.TEAM, Dimension.MODEL), null, null, null);
		return admit(caller, "usage.chargeback", of.toString())
			.then(Mono.zip(this.reports.report(caller, query),
					this.provisioned.between(query.begin(), query.end()).collectList()))
			.map((found) -> file(text(Flux.just(table(of, found.getT1(), found.getT2()))), "chargeback-" + of + ".csv",
					CSV));
	}

	private static String table(YearMonth month, Report report, List<ProvisionedUse> provisioned) {
		return new ChargebackTable(month)
			.of(Stream.concat(report.rows().stream(), provisioned.stream().flatMap(ExportController::lines)).toList());
	}

	private static Stream<Totals> lines(ProvisionedUse use) {
		return use.byTeam()
			.entrySet()
			.stream()
			.map((share) -> new Totals(null, share.getKey(), null, "provisioned:" + use.deployment(), 0, 0, Tokens.NONE,
					share.getValue()));
	}

	private Mono<Void> admit(Caller caller, String action, String resource) {
		return this.audit.requireAdministrator(caller, action, resource)
			.then(this.audit.allowed(caller, action, resource));
	}

	private static ResponseEntity<Flux<DataBuffer>> file(Flux<ByteBuffer> content, String name, String type) {
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(type))
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
			.header("X-Content-Type-Options", "nosniff")
			.body(content.concatMapIterable(Slices::of, 1));
	}

}
