package io.hilum.usage.grant;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The grants that ever were. Each change says what must be so for it to happen, so that
 * of two at once one happens.
 */
public interface Grants {

	/**
	 * Add a grant.
	 * @param grant the grant
	 * @return when it is stored
	 */
	Mono<Void> add(RoleGrant grant);

	/**
	 * Find a grant.
	 * @param id its id
	 * @return the grant, or nothing
	 */
	Mono<RoleGrant> find(String id);

	/**
	 * List grants in the order of their ids.
	 * @param subject whose grants, everybody's if {@code null}
	 * @param after the id after which to begin, from the beginning if {@code null}
	 * @param limit how many at most
	 * @return the grants
	 */
	Flux<RoleGrant> list(@Nullable String subject, @Nullable String after, int limit);

	/**
	 * The grants that somebody has at a time.
	 * @param subject whose grants
	 * @param time the time
	 * @return those in force
	 */
	Flux<RoleGrant> inForce(String subject, Instant time);

	/**
	 * Agree to a grant that nobody has agreed to.
	 * @param id its id
	 * @param by who agrees
	 * @param at when
	 * @param expiresAt when it ends
	 * @return whether it was agreed to by this call
	 */
	Mono<Boolean> approve(String id, String by, Instant at, Instant expiresAt);

	/**
	 * End a grant that is not ended.
	 * @param id its id
	 * @param by who ends it
	 * @param at when
	 * @return whether it was ended by this call
	 */
	Mono<Boolean> end(String id, String by, Instant at);

	/**
	 * Note what was found of an emergency that nobody has looked at.
	 * @param id its id
	 * @param by who looked at it
	 * @param at when
	 * @param outcome what they found
	 * @return whether it was noted by this call
	 */
	Mono<Boolean> review(String id, String by, Instant at, String outcome);

	/**
	 * Count the emergencies of a subject that nobody has looked at.
	 * @param subject whose
	 * @return how many
	 */
	Mono<Long> unreviewedOf(String subject);

	/**
	 * Count emergencies.
	 * @param now the time
	 * @param dueBefore those of before that time should have been looked at
	 * @return how many are in force, and how many nobody has looked at in time
	 */
	Mono<Emergencies> count(Instant now, Instant dueBefore);

	/**
	 * Numbers of emergencies.
	 *
	 * @param inForce how many are in force
	 * @param overdue how many nobody has looked at in time
	 */
	record Emergencies(long inForce, long overdue) {
	}

}
