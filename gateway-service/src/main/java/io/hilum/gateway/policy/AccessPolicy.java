package io.hilum.gateway.policy;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Models and roles of one version of the catalogue.
 *
 * @param version a hash of the file
 * @param models the models that exist
 * @param roles the roles by name
 */
public record AccessPolicy(String version, List<NamePattern> models, Map<String, Role> roles) {

	/**
	 * The four roles of a file that names none.
	 */
	public static final List<Role> DEFAULT_ROLES = List.of(Role.unconditional("Clinician", PhiMode.PSEUDONYMISE),
			Role.unconditional("Billing", PhiMode.PSEUDONYMISE), Role.unconditional("Developer", PhiMode.BLOCK),
			Role.unconditional("Admin", PhiMode.PSEUDONYMISE));

	public AccessPolicy {
		models = List.copyOf(models);
		roles = Map.copyOf(roles);
	}

	/**
	 * Whether a model exists.
	 * @param model the name
	 * @return {@code true} if the catalogue has it
	 */
	public boolean knows(String model) {
		return NamePattern.anyMatches(this.models, model);
	}

	/**
	 * The roles of this policy among some names.
	 * @param names the names that a caller carries
	 * @return the roles that exist
	 */
	public List<Role> rolesOf(List<String> names) {
		return names.stream().distinct().map(this.roles::get).filter(Objects::nonNull).toList();
	}

}
