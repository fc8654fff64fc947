package io.hilum.usage.team;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The applications that are administered here.
 */
public interface Applications {

	/**
	 * Set an application, anew or again, in the present transaction. One that is there
	 * stays with its team.
	 * @param application the application
	 * @return whether it was set, {@code false} if it is of another team
	 */
	Mono<Boolean> set(Application application);

	/**
	 * Find an application that is not deleted.
	 * @param id its id
	 * @return the application, or nothing
	 */
	Mono<Application> find(String id);

	/**
	 * List applications that are not deleted, in the order of their ids.
	 * @param team of this team, everybody's if {@code null}
	 * @param after the id after which to begin, from the beginning if {@code null}
	 * @param limit how many at most
	 * @return the applications
	 */
	Flux<Application> list(@Nullable String team, @Nullable String after, int limit);

	/**
	 * Delete an application in the present transaction.
	 * @param id its id
	 * @param by who deletes it
	 * @param at when
	 * @return whether there was one
	 */
	Mono<Boolean> delete(String id, String by, Instant at);

	/**
	 * Keep an application as it is until the present transaction ends.
	 * @param id its id
	 * @return the application and how it stands, nothing if it was never set
	 */
	Mono<Held> hold(String id);

	/**
	 * An application that nobody else changes for now.
	 *
	 * @param application the application
	 * @param standing how it stands
	 */
	record Held(Application application, Teams.Standing standing) {
	}

}
