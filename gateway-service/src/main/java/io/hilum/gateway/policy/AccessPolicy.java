package io.hilum.gateway.policy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Models and roles of one version of the catalogue.
 *
 * @param version a hash of the file
 * @param models the models that exist
 * @param roles the roles by name
 */
public record AccessPolicy(String version, List<NamePattern> models, Map<String, Role> roles) {

	/**
	 * The four roles of a file that names none, such as one in LiteLLM's form. All are
	 * alike, and the same as routing-service takes them to be.
	 */
	public static final List<Role> DEFAULT_ROLES = Stream.of("Clinician", "Billing", "Developer", "Admin")
		.map((name) -> Role.unconditional(name, PhiMode.PSEUDONYMISE))
		.toList();

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
