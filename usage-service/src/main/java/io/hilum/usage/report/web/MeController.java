package io.hilum.usage.report.web;

import java.util.ArrayList;
import java.util.List;

import io.hilum.trust.context.ServiceContext;
import io.hilum.usage.budget.BudgetBook;
import io.hilum.usage.budget.BudgetLimit;
import io.hilum.usage.identity.Caller;
import io.hilum.usage.report.ReportParameters;
import io.hilum.usage.report.Reports;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells callers who they are to the suite, what limits them and what they have used.
 */
@RestController
class MeController {

	private final Reports reports;

	private final BudgetBook budgets;

	MeController(Reports reports, BudgetBook budgets) {
		this.reports = reports;
		this.budgets = budgets;
	}

	@GetMapping("/v1/me")
	Mono<Me> me(Caller caller, @RequestParam(name = "time_zone", required = false) @Nullable String timeZone) {
		return Mono
			.zip(this.budgets.find(budgetIds(caller.context())).map(BudgetLimit::of).collectList(),
					this.reports.thisMonth(caller, ReportParameters.zone(timeZone)).map(ReportView::of))
			.map((found) -> Me.of(caller, found.getT1(), found.getT2()));
	}

	private static List<String> budgetIds(ServiceContext context) {
		List<String> ids = new ArrayList<>(
				List.of("organisation", "team:" + context.team(), "user:" + context.subject()));
		if (context.application() != null) {
			ids.add("application:" + context.application());
		}
		if (context.keyId() != null) {
			ids.add("key:" + context.keyId());
		}
		return ids;
	}

	/**
	 * Who the caller is.
	 *
	 * @param subject the person or workload
	 * @param roles its roles
	 * @param team its team
	 * @param application the application used
	 * @param keyId the key used
	 * @param administers whether it administers
	 * @param limits the budgets that limit it
	 * @param thisMonth what it has used since the month began
	 */
	record Me(String subject, List<String> roles, String team, @Nullable String application, @Nullable String keyId,
			boolean administers, List<BudgetLimit> limits, ReportView.Row thisMonth) {

		static Me of(Caller caller, List<BudgetLimit> limits, ReportView report) {
			ServiceContext context = caller.context();
			return new Me(context.subject(), context.roles(), context.team(), context.application(), context.keyId(),
					caller.administers(), limits, report.total());
		}

	}

}
