package io.hilum.routing.catalogue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.hilum.routing.policy.Policies;
import io.hilum.routing.transform.Transforms;

/**
 * One version of the catalogue; immutable. A new version is a new instance.
 *
 * @param version the version: the begin of the SHA-256 of the file
 * @param models the models by name, in the order of the file
 * @param roles the policies by role
 * @param agreements the agreements
 * @param policies the conditions beyond roles
 * @param transforms what is changed in requests and answers
 */
public record Catalogue(String version, Map<String, Model> models, Map<String, RolePolicy> roles,
		List<Agreement> agreements, Policies policies, Transforms transforms) {

	public Catalogue {
		roles = Map.copyOf(roles);
		agreements = List.copyOf(agreements);
	}

	/**
	 * A catalogue in which roles and agreements alone decide.
	 * @param version the version
	 * @param models the models by name, in the order of the file
	 * @param roles the policies by role
	 * @param agreements the agreements
	 */
	public Catalogue(String version, Map<String, Model> models, Map<String, RolePolicy> roles,
			List<Agreement> agreements) {
		this(version, models, roles, agreements, Policies.NONE);
	}

	/**
	 * A catalogue that changes nothing in requests and answers.
	 * @param version the version
	 * @param models the models by name, in the order of the file
	 * @param roles the policies by role
	 * @param agreements the agreements
	 * @param policies the conditions beyond roles
	 */
	public Catalogue(String version, Map<String, Model> models, Map<String, RolePolicy> roles,
			List<Agreement> agreements, Policies policies) {
		this(version, models, roles, agreements, policies, Transforms.NONE);
	}

	/**
	 * The model of a name: its own entry, or that of the longest pattern that stands for
	 * it.
	 * @param name the name
	 * @return the model
	 */
	public Optional<Model> model(String name) {
		Model exact = this.models.get(name);
		return (exact != null) ? Optional.of(exact)
				: this.models.values()
					.stream()
					.filter((model) -> model.standingFor(name).isPresent())
					.max(Comparator.comparingInt((model) -> model.name().length()))
					.flatMap((model) -> model.standingFor(name));
	}

	/**
	 * Whether one of a caller's roles may use a model. A role that is not in the
	 * catalogue may use nothing.
	 * @param callerRoles the roles of the caller
	 * @param model the name of the model
	 * @return {@code true} if one may
	 */
	public boolean mayUse(Collection<String> callerRoles, String model) {
		return policies(callerRoles).stream().anyMatch((policy) -> policy.mayUse(model));
	}

	/**
	 * Whether one of a caller's roles may send a model what is not de-identified.
	 * @param callerRoles the roles of the caller
	 * @param model the name of the model
	 * @return {@code true} if one may
	 */
	public boolean maySendRaw(Collection<String> callerRoles, String model) {
		return policies(callerRoles).stream().anyMatch((policy) -> policy.maySendRaw(model) && policy.mayUse(model));
	}

	/**
	 * Whether a sign-in is enough for a model. What a pattern asks for, it asks for each
	 * name that it stands for, an entry of its own or not, as in the gateway.
	 * @param assurance what the sign-in is worth
	 * @param model the name of the model
	 * @return {@code true} if it is
	 */
	public boolean admits(Assurance assurance, String model) {
		return this.models.values()
			.stream()
			.filter((one) -> !assurance.meets(one.authentication()))
			.noneMatch((one) -> one.covers(model));
	}

	/**
	 * The agreement that covers a provider on a day.
	 * @param provider the id of the provider
	 * @param day the day
	 * @return the agreement
	 */
	public Optional<Agreement> agreement(String provider, LocalDate day) {
		return this.agreements.stream().filter((agreement) -> agreement.covers(provider, day)).findFirst();
	}

	private List<RolePolicy> policies(Collection<String> callerRoles) {
		return callerRoles.stream().map(this.roles::get).filter(Objects::nonNull).toList();
	}

}
