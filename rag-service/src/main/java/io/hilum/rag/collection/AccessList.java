package io.hilum.rag.collection;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

import io.hilum.trust.context.ServiceContext;

/**
 * Who may read a collection, and which roles may fill it. Whoever is not named is not
 * admitted; an empty list admits nobody.
 *
 * @param roles roles that may read
 * @param teams teams that may read
 * @param users subjects ({@code issuer|subject}) that may read
 * @param writers roles that may add and delete documents
 */
public record AccessList(Set<String> roles, Set<String> teams, Set<String> users, Set<String> writers) {

	/**
	 * How many names one of the lists may have.
	 */
	public static final int MAX_NAMES = 256;

	/**
	 * How long a name may be.
	 */
	public static final int MAX_NAME_LENGTH = 256;

	public AccessList {
		roles = checked(roles, "roles");
		teams = checked(teams, "teams");
		users = checked(users, "users");
		writers = checked(writers, "writers");
	}

	/**
	 * The list of a collection that is one person's alone.
	 * @param subject the person
	 * @return a list that names nobody else
	 */
	static AccessList of(String subject) {
		return new AccessList(Set.of(), Set.of(), Set.of(subject), Set.of());
	}

	boolean admitsReader(ServiceContext caller) {
		return caller.roles().stream().anyMatch(this.roles::contains) || this.teams.contains(caller.team())
				|| this.users.contains(caller.subject());
	}

	boolean admitsWriter(ServiceContext caller) {
		return caller.roles().stream().anyMatch(this.writers::contains);
	}

	private static Set<String> checked(Collection<String> names, String field) {
		if (names.size() > MAX_NAMES) {
			throw new IllegalArgumentException(
					"access." + field + " may have " + MAX_NAMES + " names, has " + names.size());
		}
		for (String name : names) {
			if (name.isBlank() || name.length() > MAX_NAME_LENGTH) {
				throw new IllegalArgumentException(
						"a name in access." + field + " must have 1 to " + MAX_NAME_LENGTH + " characters");
			}
		}
		return java.util.Collections.unmodifiableSet(new TreeSet<>(names));
	}

}
