package io.hilum.gateway.identity.jwt;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.hilum.gateway.identity.Membership;
import org.jspecify.annotations.Nullable;

/**
 * What the roles, groups and applications of one issuer are here. Where nothing is said
 * of an issuer, its roles go by their own names; where something is, nothing else counts,
 * so that a role that somebody makes up there opens nothing.
 *
 * @param all the memberships
 */
record Memberships(List<Membership> all) {

	Memberships {
		all = List.copyOf(all);
	}

	/**
	 * The groups that mean something here.
	 * @return their names, none if groups do not matter
	 */
	List<String> groups() {
		return this.all.stream().map(Membership::group).filter(Objects::nonNull).distinct().toList();
	}

	/**
	 * Find out what somebody is here.
	 * @param roles the roles of the token
	 * @param groups the groups of the token
	 * @param workload the application, if it signed in by itself
	 * @return roles and team
	 */
	Standing of(Collection<String> roles, Collection<String> groups, @Nullable String workload) {
		if (this.all.isEmpty()) {
			return new Standing(List.copyOf(roles), null);
		}
		Set<String> granted = new LinkedHashSet<>();
		String team = null;
		for (Membership membership : this.all) {
			if (isMet(membership, roles, groups, workload)) {
				granted.addAll(membership.roles());
				team = (team != null) ? team : membership.team();
			}
		}
		return new Standing(List.copyOf(granted), team);
	}

	private static boolean isMet(Membership membership, Collection<String> roles, Collection<String> groups,
			@Nullable String workload) {
		return (membership.role() != null && roles.contains(membership.role()))
				|| (membership.group() != null && groups.contains(membership.group()))
				|| (membership.application() != null && membership.application().equals(workload));
	}

	/**
	 * What somebody is here.
	 *
	 * @param roles the roles of the catalogue
	 * @param team the team of the first membership that has one
	 */
	record Standing(List<String> roles, @Nullable String team) {
	}

}
