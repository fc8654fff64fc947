package io.hilum.usage.grant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import io.hilum.usage.identity.Caller;
import io.hilum.usage.problem.UsageProblem;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Gives somebody a role for a while, such as one that may send raw text: one
 * administrator asks for it, another agrees, and neither of them is who gets it or a key.
 */
@Component
public class FourEyes {

	private final Grants grants;

	private final GrantRecord record;

	private final GrantProperties properties;

	private final Clock clock;

	FourEyes(Grants grants, GrantRecord record, GrantProperties properties, Clock clock) {
		this.grants = grants;
		this.record = record;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Ask for a grant.
	 * @param caller an administrator
	 * @param request for whom, what and why
	 * @return the grant, not in force
	 */
	public Mono<RoleGrant> request(Caller caller, GrantRequest request) {
		if (caller.context().keyId() != null) {
			return this.record.refused(caller, "grant.request", "none", "person_required",
					"An administrator has to ask for it, in person");
		}
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		return Mono
			.fromSupplier(() -> new RoleGrant(UUID.randomUUID().toString(), RoleGrant.Kind.REQUESTED,
					request.requiredSubject(), request.requiredRoles(), request.requiredReason(),
					request.requiredTicket(), request.requiredMinutes(this.properties.requestedMax()), caller.subject(),
					now, null, null, null, null, null))
			.delayUntil((grant) -> this.record.noted(caller, "grant.request", this.grants.add(grant), grant.id()));
	}

	/**
	 * Agree to a grant.
	 * @param caller another administrator
	 * @param id its id
	 * @return the grant, in force
	 */
	public Mono<RoleGrant> approve(Caller caller, String id) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		return this.grants.find(id)
			.filter((grant) -> grant.kind() == RoleGrant.Kind.REQUESTED)
			.switchIfEmpty(Mono.error(() -> new UsageProblem.NotFound("There is no request " + id)))
			.flatMap((grant) -> {
				if (!Emergencies.isSecond(caller, grant)) {
					return this.record.<Boolean>refused(caller, "grant.approve", id, "second_person_required",
							"Another administrator has to agree, in person");
				}
				if (now.isAfter(grant.requestedAt().plus(this.properties.approveWithin()))) {
					return this.record.<Boolean>refused(caller, "grant.approve", id, "request_too_old",
							"It was asked for longer ago than " + this.properties.approveWithin().toHours()
									+ " hours; ask again");
				}
				Instant until = now.plus(Duration.ofMinutes(grant.minutes()));
				return this.record.published(caller, "grant.approve", approved(caller, id, now, until), grant, until,
						false);
			})
			.then(this.grants.find(id));
	}

	private Mono<Boolean> approved(Caller caller, String id, Instant now, Instant until) {
		return this.grants.approve(id, caller.subject(), now, until)
			.filter(Boolean::booleanValue)
			.switchIfEmpty(
					Mono.error(() -> new UsageProblem.Refused("already_decided", "It was agreed to or ended already")));
	}

	/**
	 * End a grant of either kind before its time.
	 * @param caller who has it, or an administrator
	 * @param id its id
	 * @return when the end is in force
	 */
	public Mono<Void> end(Caller caller, String id) {
		return this.grants.find(id)
			.filter((grant) -> caller.mayRead(grant.subject()))
			.switchIfEmpty(Mono.error(() -> new UsageProblem.NotFound("There is no grant " + id)))
			.filter((grant) -> grant.endedAt() == null)
			.flatMap((grant) -> this.record.published(caller, "grant.end",
					this.grants.end(id, caller.subject(), this.clock.instant()), grant, Emergencies.expiryOf(grant),
					true))
			.flatMap((inForce) -> inForce ? Mono.<Void>empty()
					: Mono.error(new UsageProblem.Unavailable("revocation_pending",
							"The grant is ended in the store, but the event bus has not acknowledged it. Try again")));
	}

	/**
	 * List grants that the caller may see.
	 * @param caller who asks
	 * @param after the id after which to begin
	 * @param limit how many at most
	 * @return the caller's grants, or everybody's for an administrator
	 */
	public Mono<List<RoleGrant>> list(Caller caller, @Nullable String after, int limit) {
		return this.grants.list(caller.administers() ? null : caller.subject(), after, limit).collectList();
	}

}
