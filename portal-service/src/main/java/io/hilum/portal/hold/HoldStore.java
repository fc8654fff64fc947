package io.hilum.portal.hold;

import java.time.Instant;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The holds that were ever placed. None is forgotten.
 */
public interface HoldStore {

	/**
	 * Place a hold.
	 * @param hold the hold
	 * @return whether its matter is new
	 */
	Mono<Boolean> place(Hold hold);

	/**
	 * Lift a hold.
	 * @param matter its matter
	 * @param by who lifts it
	 * @param at when
	 * @return the hold, nothing if none of this matter is in force
	 */
	Mono<Hold> lift(String matter, String by, Instant at);

	/**
	 * All holds.
	 * @return those in force first, then by matter
	 */
	Flux<Hold> all();

	/**
	 * Whether a hold keeps a conversation, which stays so until the present transaction
	 * ends.
	 * @param subject whose it is
	 * @param team of which team it is
	 * @param usedAt when it was last used
	 * @return {@code true} if it must not go
	 */
	Mono<Boolean> keeps(String subject, String team, Instant usedAt);

	/**
	 * Whether some hold may keep what somebody has, of whatever team and time it is.
	 * @param subject whose it is
	 * @param placedAfter the time after which it was placed; {@link Instant#EPOCH} for
	 * whenever that was
	 * @return {@code true} if a hold in force names this person, or everybody
	 */
	Mono<Boolean> mayKeep(String subject, Instant placedAfter);

}
