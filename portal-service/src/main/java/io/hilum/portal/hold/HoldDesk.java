package io.hilum.portal.hold;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.hilum.portal.audit.Administration;
import io.hilum.portal.audit.AuditAction;
import io.hilum.portal.audit.AuditEvent;
import io.hilum.portal.audit.AuditLog;
import io.hilum.portal.problem.PortalProblem;
import io.hilum.portal.problem.ProblemCode;
import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Places and lifts holds for administrators, each on record.
 */
@Component
public class HoldDesk {

	private final HoldStore store;

	private final Administration administration;

	private final AuditLog audit;

	private final TransactionalOperator transaction;

	private final Clock clock;

	HoldDesk(HoldStore store, Administration administration, AuditLog audit, TransactionalOperator transaction,
			Clock clock) {
		this.store = store;
		this.administration = administration;
		this.audit = audit;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Place a hold.
	 * @param matter for what
	 * @param reason why
	 * @param subject whose conversations
	 * @param team of which team
	 * @param since from when on
	 * @param caller who places it
	 * @return the hold
	 */
	public Mono<Hold> place(String matter, String reason, @Nullable String subject, @Nullable String team,
			@Nullable Instant since, ServiceContext caller) {
		return require(caller, AuditAction.HOLD_PLACED, matter).then(Mono.defer(() -> {
			Hold hold = new Hold(matter, reason, subject, team, since, caller.subject(), now(), null, null);
			return this.store.place(hold)
				.filter(Boolean::booleanValue)
				.switchIfEmpty(Mono.error(() -> PortalProblem.of(ProblemCode.MATTER_EXISTS,
						"There is or was a hold of this matter", "matter")))
				.then(record(caller, AuditAction.HOLD_PLACED, matter))
				.thenReturn(hold)
				.as(this.transaction::transactional);
		}));
	}

	/**
	 * Lift a hold.
	 * @param matter for what it was
	 * @param caller who lifts it
	 * @return the hold
	 */
	public Mono<Hold> lift(String matter, ServiceContext caller) {
		return require(caller, AuditAction.HOLD_LIFTED, matter)
			.then(Mono.defer(() -> this.store.lift(matter, caller.subject(), now())
				.switchIfEmpty(Mono.error(() -> PortalProblem.notFound("hold in force")))
				.flatMap((hold) -> record(caller, AuditAction.HOLD_LIFTED, matter).thenReturn(hold))
				.as(this.transaction::transactional)));
	}

	/**
	 * All holds that were ever placed.
	 * @param caller who asks
	 * @return the holds, those in force first
	 */
	public Flux<Hold> all(ServiceContext caller) {
		return this.administration.require(caller, AuditAction.HOLD_READ, null).thenMany(Flux.defer(this.store::all));
	}

	private Mono<Void> require(ServiceContext caller, AuditAction action, String matter) {
		return this.administration.require(caller, action, resource(matter));
	}

	private Mono<Void> record(ServiceContext caller, AuditAction action, String matter) {
		return Mono.defer(() -> this.audit.append(AuditEvent.allowed(action, caller, resource(matter)))).then();
	}

	/**
	 * What is no matter is not written down, whatever it may be.
	 */
	private static String resource(String matter) {
		return "hold:" + (Hold.isMatter(matter) ? matter : "_");
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
