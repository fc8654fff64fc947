package io.hilum.gateway.identity;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a role, a group or an application of an issuer is here. Exactly one of the three
 * is named.
 *
 * @param role a value of the roles claim, such as an app role of Entra ID
 * @param group a value of the groups claim: an object id of Entra ID, a path of Keycloak
 * @param application the client id of a program that signs in by itself
 * @param roles the roles of the catalogue that it gives
 * @param team the team that it puts somebody into whose token names none
 */
public record Membership(@Nullable String role, @Nullable String group, @Nullable String application,
		@DefaultValue List<String> roles, @Nullable String team) {

	public Membership {
		if (Stream.of(role, group, application).filter(Objects::isNull).count() != 2) {
			throw new IllegalArgumentException(
					"a membership of an issuer names exactly one of 'role', 'group' and 'application'");
		}
		if (roles.isEmpty() && team == null) {
			throw new IllegalArgumentException("a membership of an issuer gives neither 'roles' nor a 'team'");
		}
		roles = List.copyOf(roles);
	}

}
