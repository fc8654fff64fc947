package io.hilum.gateway.identity.web;

import java.time.Clock;
import java.util.List;

import io.hilum.gateway.arrival.Arrival;
import io.hilum.gateway.audit.AuditEvent;
import io.hilum.gateway.audit.AuditLog;
import io.hilum.gateway.audit.Decision;
import io.hilum.gateway.identity.IdentityProperties;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.problem.ProblemResponse;
import io.hilum.trust.id.TimeOrderedIds;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Keeps account of logins that were refused: all of them in a meter, and in the audit as
 * many as the budget allows.
 */
@Component
class RefusedLogins {

	private final AuditLog auditLog;

	private final TimeOrderedIds ids;

	private final RefusalBudget budget;

	private final MeterRegistry meters;

	private final Clock clock;

	RefusedLogins(AuditLog auditLog, TimeOrderedIds ids, IdentityProperties properties, MeterRegistry meters,
			Clock clock) {
		this.auditLog = auditLog;
		this.ids = ids;
		this.budget = new RefusalBudget(properties.refusalBurst(), properties.refusalsPerSecond(), clock);
		this.meters = meters;
		this.clock = clock;
	}

	Mono<Void> record(Arrival arrival, GatewayProblem problem) {
		String reason = (problem instanceof GatewayProblem.Unauthenticated unauthenticated) ? unauthenticated.reason()
				: problem.code();
		this.meters.counter("hilum.identity.refused", "reason", reason).increment();
		if (!this.budget.take()) {
			return Mono.empty();
		}
		AuditEvent event = new AuditEvent(this.ids.next().toString(), this.clock.instant(), AuditEvent.SERVICE, "login",
				arrival.requestId(), null, List.of(), null, null, null, null, arrival.network(), null, Decision.REFUSED,
				reason, ProblemResponse.of(problem).status(), null, null, null, null, null, null, List.of());
		return this.auditLog.append(event).onErrorComplete();
	}

}
