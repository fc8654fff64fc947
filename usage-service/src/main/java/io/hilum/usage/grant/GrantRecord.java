package io.hilum.usage.grant;

import java.time.Instant;

import io.hilum.usage.access.AccessEvent;
import io.hilum.usage.access.AccessState;
import io.hilum.usage.audit.AuditTrail;
import io.hilum.usage.identity.Caller;
import io.hilum.usage.outbox.OutboxRelay;
import io.hilum.usage.problem.UsageProblem;
import io.hilum.usage.transaction.UnitOfWork;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Makes a change of a grant, its event and its evidence one transaction, and waits until
 * the gateways can know it.
 */
@Component
class GrantRecord {

	private final AccessState access;

	private final AuditTrail audit;

	private final UnitOfWork unitOfWork;

	private final OutboxRelay relay;

	GrantRecord(AccessState access, AuditTrail audit, UnitOfWork unitOfWork, OutboxRelay relay) {
		this.access = access;
		this.audit = audit;
		this.unitOfWork = unitOfWork;
		this.relay = relay;
	}

	/** A change that gives or takes roles. */
	Mono<Boolean> published(Caller caller, String action, Mono<?> change, RoleGrant grant, Instant until,
			boolean revoked) {
		AccessEvent event = new AccessEvent.GrantChanged(grant.id(), revoked, grant.subject(), grant.roles(), until);
		return this.unitOfWork
			.inOne(change.then(Mono.defer(() -> this.access.change(event)))
				.then(Mono.defer(() -> this.audit.allowed(caller, action, "grant:" + grant.id()))))
			.then(this.relay.flush());
	}

	/** A change that gives nothing yet. */
	Mono<Void> noted(Caller caller, String action, Mono<?> change, String id) {
		return this.unitOfWork.inOne(change.then(Mono.defer(() -> this.audit.allowed(caller, action, "grant:" + id))));
	}

	<T> Mono<T> refused(Caller caller, String action, String id, String code, String message) {
		return this.audit.refused(caller, action, "grant:" + id, code)
			.then(Mono.error(() -> new UsageProblem.Refused(code, message)));
	}

}
