package io.hilum.usage.audit.retention;

import java.time.Instant;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The holds that were ever placed. None is forgotten.
 */
public interface LegalHolds {

	/**
	 * Place a hold, in the present transaction.
	 * @param hold the hold
	 * @return whether its matter is new
	 */
	Mono<Boolean> place(LegalHold hold);

	/**
	 * Lift a hold, in the present transaction.
	 * @param matter its matter
	 * @param by who lifts it
	 * @param at when
	 * @return the hold, nothing if none of this matter is in force
	 */
	Mono<LegalHold> lift(String matter, String by, Instant at);

	/**
	 * All holds.
	 * @return those in force first, then by matter
	 */
	Flux<LegalHold> all();

	/**
	 * The holds in force, which stay the same until the present transaction ends.
	 * @return the holds
	 */
	Flux<LegalHold> inForce();

}
