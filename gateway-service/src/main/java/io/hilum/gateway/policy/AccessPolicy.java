package io.hilum.gateway.policy;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.hilum.trust.context.Authentication;
import java.util.stream.Stream;

/**
 * Models and roles of one version of the catalogue.
 *
 * @param version a hash of the file
 * @param models the models that exist
 * @param roles the roles by name
 * @param phi what is done to identifiers beyond what roles say
 * @param authentications how somebody must have signed in to use single models
 * @param agents the agents by name
 */
public record AccessPolicy(String version, List<NamePattern> models, Map<String, Role> roles, List<PhiRule> phi,
		List<AuthenticationRule> authentications, Map<String, Agent> agents) {

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
		phi = List.copyOf(phi);
		authentications = List.copyOf(authentications);
		agents = Map.copyOf(agents);
	}

	/**
	 * A policy without agents.
	 * @param version a hash of the file
	 * @param models the models that exist
	 * @param roles the roles by name
	 * @param phi what is done to identifiers beyond what roles say
	 * @param authentications how somebody must have signed in to use single models
	 */
	public AccessPolicy(String version, List<NamePattern> models, Map<String, Role> roles, List<PhiRule> phi,
			List<AuthenticationRule> authentications) {
		this(version, models, roles, phi, authentications, Map.of());
	}

	/**
	 * The same policy where no agents run.
	 * @return the policy
	 */
	public AccessPolicy withoutAgents() {
		return new AccessPolicy(this.version, this.models, this.roles, this.phi, this.authentications);
	}

	/**
	 * A policy in which roles alone say what is done to identifiers.
	 * @param version a hash of the file
	 * @param models the models that exist
	 * @param roles the roles by name
	 */
	public AccessPolicy(String version, List<NamePattern> models, Map<String, Role> roles) {
		this(version, models, roles, List.of(), List.of(), Map.of());
	}

	/**
	 * What is done to the identifiers of a request.
	 * @param mode what the roles in which it is made say
	 * @param callerRoles these roles
	 * @param model the model that it asks for
	 * @param collections the collections that it searches
	 * @return the treatment
	 */
	public PhiTreatment treatment(PhiMode mode, List<String> callerRoles, String model, List<String> collections) {
		return PhiTreatment.of(mode, callerRoles,
				this.phi.stream().filter((rule) -> rule.concerns(callerRoles, model, collections)).toList());
	}

	/**
	 * How somebody must have signed in to use a model, beside what roles require.
	 * @param model the name
	 * @return what is required, each of it
	 */
	public List<Authentication> authenticationsFor(String model) {
		return this.authentications.stream()
			.filter((rule) -> rule.model().matches(model))
			.map(AuthenticationRule::authentication)
			.toList();
	}

	/**
	 * Whether a model or an agent exists.
	 * @param model the name
	 * @return {@code true} if the catalogue has it
	 */
	public boolean knows(String model) {
		return this.agents.containsKey(model) || NamePattern.anyMatches(this.models, model);
	}

	/**
	 * Whether a role may use a model or an agent. Which agents it may use the agents say:
	 * a role for all models is not one for all agents.
	 * @param role the role
	 * @param model the name
	 * @return {@code true} if it may
	 */
	public boolean permits(Role role, String model) {
		Agent agent = this.agents.get(model);
		return (agent != null) ? agent.roles().contains(role.name()) : role.mayUse(model);
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
