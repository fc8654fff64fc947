package io.hilum.usage.provision.web;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

import io.hilum.usage.audit.AuditTrail;
import io.hilum.usage.identity.Caller;
import io.hilum.usage.ledger.NanoUsd;
import io.hilum.usage.provision.ProvisionedHours;
import io.hilum.usage.provision.ProvisionedUse;
import io.hilum.usage.report.ReportParameters;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells administrators what provisioned throughput cost and who used it.
 */
@RestController
class ProvisionController {

	private final ProvisionedHours hours;

	private final AuditTrail audit;

	ProvisionController(ProvisionedHours hours, AuditTrail audit) {
		this.hours = hours;
		this.audit = audit;
	}

	@GetMapping("/v1/usage/provisioned")
	Mono<Provisioned> provisioned(Caller caller, @RequestParam("month") String month,
			@RequestParam(name = "time_zone", required = false) @Nullable String timeZone) {
		YearMonth of = ReportParameters.month(month);
		ZoneId zone = ReportParameters.zone(timeZone);
		return this.audit.requireAdministrator(caller, "usage.provisioned", of.toString())
			.thenMany(this.hours.between(of.atDay(1).atStartOfDay(zone).toInstant(),
					of.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant()))
			.map(DeploymentView::of)
			.collectList()
			.map((found) -> new Provisioned("list", of.toString(), found));
	}

	/**
	 * What a month did cost.
	 *
	 * @param object always {@code list}
	 * @param month the month
	 * @param data the deployments
	 */
	record Provisioned(String object, String month, List<DeploymentView> data) {
	}

	/**
	 * What a deployment did cost.
	 *
	 * @param deployment the deployment
	 * @param hours how many hours
	 * @param costUsd what they cost in dollars
	 * @param costNanoUsd the same in nano-dollars
	 * @param teams who is charged for it
	 */
	record DeploymentView(String deployment, long hours, String costUsd, long costNanoUsd, List<TeamView> teams) {

		static DeploymentView of(ProvisionedUse use) {
			return new DeploymentView(use.deployment(), use.hours(), NanoUsd.format(use.costNanoUsd()),
					use.costNanoUsd(),
					use.byTeam()
						.entrySet()
						.stream()
						.map((share) -> new TeamView(share.getKey(), use.tokens().getOrDefault(share.getKey(), 0L),
								NanoUsd.format(share.getValue()), share.getValue()))
						.toList());
		}

	}

	/**
	 * What a team is charged.
	 *
	 * @param team the team
	 * @param tokens what it used
	 * @param costUsd its share in dollars
	 * @param costNanoUsd the same in nano-dollars
	 */
	record TeamView(String team, long tokens, String costUsd, long costNanoUsd) {
	}

}
