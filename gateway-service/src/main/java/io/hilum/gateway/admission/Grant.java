package io.hilum.gateway.admission;

import java.util.List;

import io.hilum.gateway.policy.PhiMode;
import io.hilum.gateway.policy.Role;

/**
 * Under which roles, and therefore conditions, a request is made.
 *
 * @param roles the names of the roles that permit it
 * @param mode what is done to identifiers, the strictest of the roles
 * @param media whether all of the roles let content pass that cannot be scanned
 * @param state whether all of the roles let a provider keep what is said
 */
public record Grant(List<String> roles, PhiMode mode, boolean media, boolean state) {

	static Grant of(List<Role> roles) {
		PhiMode mode = roles.stream().map(Role::phi).reduce(PhiMode.ALLOW, PhiMode::stricter);
		return new Grant(roles.stream().map(Role::name).toList(), mode, roles.stream().allMatch(Role::media),
				roles.stream().allMatch(Role::state));
	}

}
