package io.hilum.rag.collection.web;

import java.util.List;
import java.util.Set;

import io.hilum.rag.collection.AccessList;
import org.jspecify.annotations.Nullable;

/**
 * An access list on the wire; a list that is missing is empty.
 */
record AccessV1(@Nullable List<String> roles, @Nullable List<String> teams, @Nullable List<String> users,
		@Nullable List<String> writers) {

	static AccessV1 of(AccessList access) {
		return new AccessV1(List.copyOf(access.roles()), List.copyOf(access.teams()), List.copyOf(access.users()),
				List.copyOf(access.writers()));
	}

	AccessList toAccess() {
		return new AccessList(names(this.roles), names(this.teams), names(this.users), names(this.writers));
	}

	private static Set<String> names(@Nullable List<String> names) {
		return (names != null) ? Set.copyOf(names) : Set.of();
	}

}
