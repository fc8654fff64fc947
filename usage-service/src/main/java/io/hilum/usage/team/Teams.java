package io.hilum.usage.team;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The teams that are administered here.
 */
public interface Teams {

	/**
	 * Set a team, anew or again, in the present transaction.
	 * @param team the team
	 * @return when it is written
	 */
	Mono<Void> set(Team team);

	/**
	 * Find a team that is not deleted.
	 * @param id its id
	 * @return the team, or nothing
	 */
	Mono<Team> find(String id);

	/**
	 * List teams that are not deleted, in the order of their ids.
	 * @param member of this subject, everybody's if {@code null}
	 * @param after the id after which to begin, from the beginning if {@code null}
	 * @param limit how many at most
	 * @return the teams
	 */
	Flux<Team> list(@Nullable String member, @Nullable String after, int limit);

	/**
	 * Delete a team in the present transaction.
	 * @param id its id
	 * @param by who deletes it
	 * @param at when
	 * @return whether there was one
	 */
	Mono<Boolean> delete(String id, String by, Instant at);

	/**
	 * Keep a team as it is until the present transaction ends.
	 * @param id its id
	 * @return how it stands, nothing if it was never set
	 */
	Mono<Standing> hold(String id);

	/**
	 * How a team or an application stands.
	 */
	enum Standing {

		/**
		 * It may have keys.
		 */
		ACTIVE,

		/**
		 * It was deleted.
		 */
		DELETED

	}

}
