package io.hilum.usage.directory;

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Who may sign in, and as what. What goes wrong is a
 * {@link io.hilum.usage.problem.UsageProblem}: not found, or unavailable.
 */
public interface Directory {

	/**
	 * List people in the order of the directory.
	 * @param search part of a name, user name or e-mail address; everybody if
	 * {@code null}
	 * @param first how many to leave out
	 * @param limit how many at most
	 * @return the people, without roles and groups
	 */
	Mono<List<Person>> people(@Nullable String search, int first, int limit);

	/**
	 * Find one person.
	 * @param id the id in the directory
	 * @return the person with roles and groups
	 */
	Mono<Person> person(String id);

	/**
	 * List groups at the top of the tree.
	 * @param search part of a name; all if {@code null}
	 * @param first how many to leave out
	 * @param limit how many at most
	 * @return the groups
	 */
	Mono<List<Group>> groups(@Nullable String search, int first, int limit);

	/**
	 * Assign a role, unless the person has it.
	 * @param person the id of the person
	 * @param role the name of the role
	 * @return when it is assigned; tokens have it from the next sign-in or refresh on
	 */
	Mono<Void> assign(String person, String role);

	/**
	 * Withdraw a role and end the person's sessions, so that no token with it is
	 * refreshed.
	 * @param person the id of the person
	 * @param role the name of the role
	 * @return when it is withdrawn
	 */
	Mono<Void> withdraw(String person, String role);

	/**
	 * End all sessions of a person.
	 * @param person the id of the person
	 * @return when they are ended; access tokens that are out end with their life
	 */
	Mono<Void> endSessions(String person);

	/**
	 * Create a client for a program, which signs in with its own credentials.
	 * @param application the id of the application, which becomes the id of the client
	 * @param name what people call it
	 * @return the client and its secret
	 */
	Mono<Client> createClient(String application, String name);

}
