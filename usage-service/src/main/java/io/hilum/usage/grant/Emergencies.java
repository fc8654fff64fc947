package io.hilum.usage.grant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;

import io.hilum.usage.identity.Caller;
import io.hilum.usage.problem.UsageProblem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Breaks the glass (45 CFR 164.312(a)(2)(ii)): whoever may do so has the roles of an
 * emergency at once and for minutes, the alarm is raised, and somebody else looks at it
 * afterwards.
 */
@Component
public class Emergencies {

	private static final Set<String> OUTCOMES = Set.of("justified", "unjustified");

	private final Grants grants;

	private final GrantRecord record;

	private final GrantProperties properties;

	private final Counter alarm;

	private final Clock clock;

	Emergencies(Grants grants, GrantRecord record, GrantProperties properties, MeterRegistry meters, Clock clock) {
		this.grants = grants;
		this.record = record;
		this.properties = properties;
		this.alarm = Counter.builder("hilum.usage.emergencies")
			.description("Times that the glass was broken; alert on any")
			.register(meters);
		this.clock = clock;
	}

	/**
	 * Break the glass.
	 * @param caller who does
	 * @param request why and for how long
	 * @return the grant, in force
	 */
	public Mono<RoleGrant> open(Caller caller, GrantRequest request) {
		boolean person = caller.context().keyId() == null;
		if (!person || caller.context().roles().stream().noneMatch(this.properties.emergencyFor()::contains)) {
			return this.record.refused(caller, "emergency.open", "none", "emergency_not_allowed",
					"Your role may not break the glass, or you use a key");
		}
		return Mono.fromSupplier(() -> grant(caller, request))
			.delayUntil((grant) -> requireReviews(caller))
			.flatMap((grant) -> this.record
				.published(caller, "emergency.open", this.grants.add(grant), grant, expiryOf(grant), false)
				.doOnNext((inForce) -> this.alarm.increment())
				.thenReturn(grant));
	}

	private RoleGrant grant(Caller caller, GrantRequest request) {
		request.requireNoneOf(request.subject() != null, "subject");
		request.requireNoneOf(request.roles() != null, "roles");
		int minutes = request.requiredMinutes(this.properties.emergencyMax());
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		return new RoleGrant(UUID.randomUUID().toString(), RoleGrant.Kind.EMERGENCY, caller.subject(),
				this.properties.emergencyRoles(), request.requiredReason(), request.requiredTicket(), minutes,
				caller.subject(), now, null, now.plus(Duration.ofMinutes(minutes)), null, null, null);
	}

	private Mono<Void> requireReviews(Caller caller) {
		return this.grants.unreviewedOf(caller.subject())
			.filter((waiting) -> waiting >= this.properties.maxUnreviewed())
			.flatMap((waiting) -> this.record.refused(caller, "emergency.open", "none", "reviews_missing",
					"Emergencies of yours have to be looked at first"));
	}

	/**
	 * Note what was found of an emergency.
	 * @param caller who looked at it
	 * @param id its id
	 * @param outcome {@code justified} or {@code unjustified}
	 * @return when it is noted
	 */
	public Mono<Void> review(Caller caller, String id, String outcome) {
		if (!OUTCOMES.contains(outcome)) {
			return Mono.error(new UsageProblem.Invalid("outcome", "Expected justified or unjustified"));
		}
		return this.grants.find(id)
			.filter((grant) -> grant.kind() == RoleGrant.Kind.EMERGENCY)
			.switchIfEmpty(Mono.error(() -> new UsageProblem.NotFound("There is no emergency " + id)))
			.flatMap((grant) -> isSecond(caller, grant)
					? this.record.noted(caller, "emergency.review", noted(caller, id, outcome), id)
					: this.record.refused(caller, "emergency.review", id, "second_person_required",
							"Somebody else has to look at it, in person"));
	}

	private Mono<Boolean> noted(Caller caller, String id, String outcome) {
		return this.grants.review(id, caller.subject(), this.clock.instant(), outcome)
			.filter(Boolean::booleanValue)
			.switchIfEmpty(Mono
				.error(() -> new UsageProblem.Refused("already_reviewed", "Somebody has looked at it already")));
	}

	static boolean isSecond(Caller caller, RoleGrant grant) {
		return caller.context().keyId() == null && !caller.subject().equals(grant.requestedBy())
				&& !caller.subject().equals(grant.subject());
	}

	static Instant expiryOf(RoleGrant grant) {
		return (grant.expiresAt() != null) ? grant.expiresAt() : grant.requestedAt();
	}

}
