package io.hilum.usage.account;

import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;

import io.hilum.usage.grant.Grants;
import io.hilum.usage.grant.RoleGrant;
import io.hilum.usage.identity.Caller;
import io.hilum.usage.problem.UsageProblem;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * What people may do beyond what they may for a while: a key that was issued in an
 * emergency would else outlive it.
 */
@Component
class LastingRoles {

	private final Grants grants;

	private final Clock clock;

	LastingRoles(Grants grants, Clock clock) {
		this.grants = grants;
		this.clock = clock;
	}

	/**
	 * The caller without the roles of grants. A key has none of these.
	 * @param caller who asks
	 * @return the caller; a refusal if no role is left
	 */
	Mono<Caller> of(Caller caller) {
		if (caller.context().keyId() != null) {
			return Mono.just(caller);
		}
		return this.grants.inForce(caller.subject(), this.clock.instant())
			.flatMapIterable(RoleGrant::roles)
			.collect(Collectors.toSet())
			.map((passing) -> without(caller, passing));
	}

	private static Caller without(Caller caller, Set<String> passing) {
		if (passing.containsAll(caller.context().roles())) {
			throw new UsageProblem.Refused("key_too_wide", "A key cannot have roles that you have for a while: roles");
		}
		return passing.isEmpty() ? caller : caller.without(passing);
	}

}
