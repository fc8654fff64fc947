package io.hilum.portal.profile;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which pages and functions of the portal roles have.
 *
 * @param everybody what everybody has
 * @param roles what a role has beside it
 */
@ConfigurationProperties("hilum.portal.permissions")
public record Permissions(@DefaultValue List<String> everybody, @DefaultValue Map<String, List<String>> roles) {

	/**
	 * Making templates for the team.
	 */
	public static final String TEAM_TEMPLATES = "templates.team";

	/**
	 * Sharing with the team.
	 */
	public static final String SHARE = "share";

	public Permissions {
		everybody = List.copyOf(everybody);
		roles = Map.copyOf(roles);
	}

	/**
	 * What somebody has.
	 * @param held the roles that the person has
	 * @return the permissions, each once
	 */
	public Set<String> of(Collection<String> held) {
		Set<String> permissions = new LinkedHashSet<>(this.everybody);
		held.forEach((role) -> permissions.addAll(this.roles.getOrDefault(role, List.of())));
		return permissions;
	}

}
