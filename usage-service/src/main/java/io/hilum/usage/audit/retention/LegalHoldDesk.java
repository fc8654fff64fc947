package io.hilum.usage.audit.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.hilum.usage.audit.AuditTrail;
import io.hilum.usage.identity.Caller;
import io.hilum.usage.problem.UsageProblem;
import io.hilum.usage.transaction.UnitOfWork;

/**
 * Places and lifts holds for administrators, with evidence of each in the same
 * transaction.
 */
@Component
public class LegalHoldDesk {

	private final LegalHolds holds;

	private final AuditTrail audit;

	private final UnitOfWork unitOfWork;

	private final Clock clock;

	LegalHoldDesk(LegalHolds holds, AuditTrail audit, UnitOfWork unitOfWork, Clock clock) {
		this.holds = holds;
		this.audit = audit;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	/**
	 * Place a hold.
	 * @param caller who places it
	 * @param matter for what
	 * @param reason why
	 * @param since from when on
	 * @return the hold
	 */
	public Mono<LegalHold> place(Caller caller, String matter, String reason, @Nullable Instant since) {
		LegalHold hold = new LegalHold(matter, reason, since, caller.subject(), now(), null, null);
		Mono<LegalHold> placed = this.holds.place(hold)
			.filter(Boolean::booleanValue)
			.switchIfEmpty(
					Mono.error(() -> new UsageProblem.Invalid("matter", "There is or was a hold of this matter")))
			.then(this.audit.allowed(caller, "hold.place", "hold:" + matter))
			.thenReturn(hold);
		return this.audit.requireAdministrator(caller, "hold.place", "hold:" + matter)
			.then(this.unitOfWork.inOne(placed));
	}

	/**
	 * Lift a hold.
	 * @param caller who lifts it
	 * @param matter for what it was
	 * @return the hold
	 */
	public Mono<LegalHold> lift(Caller caller, String matter) {
		Mono<LegalHold> lifted = this.holds.lift(matter, caller.subject(), now())
			.switchIfEmpty(Mono.error(() -> new UsageProblem.NotFound("No hold of this matter is in force")))
			.flatMap((hold) -> this.audit.allowed(caller, "hold.lift", "hold:" + matter).thenReturn(hold));
		return this.audit.requireAdministrator(caller, "hold.lift", "hold:" + matter)
			.then(this.unitOfWork.inOne(lifted));
	}

	/**
	 * All holds that were ever placed.
	 * @param caller who asks
	 * @return the holds, those in force first
	 */
	public Flux<LegalHold> all(Caller caller) {
		return this.audit.requireAdministrator(caller, "hold.read", null).thenMany(this.holds.all());
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
