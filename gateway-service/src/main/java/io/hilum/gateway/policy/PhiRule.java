package io.hilum.gateway.policy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What is done to identifiers in some requests, beyond what the role says.
 *
 * @param roles the roles that are concerned; empty = any
 * @param models the models that are concerned; empty = any
 * @param collections the collections that are concerned, if a request searches one of
 * them; empty = any request
 * @param mode what is done at least, {@code null} to leave that to the role
 * @param threshold from which score on a finding counts, {@code null} for any
 * @param types what is done to single types, by their names
 */
public record PhiRule(List<String> roles, List<NamePattern> models, List<String> collections, @Nullable PhiMode mode,
		@Nullable Double threshold, Map<String, TypeRule> types) {

	/**
	 * The types of identifiers, as {@code contracts/openapi/phi-scrubber-v1.yaml} has
	 * them.
	 */
	public static final Set<String> IDENTIFIERS = Set.of("NAME", "LOCATION", "DATE", "AGE", "PHONE", "FAX", "EMAIL",
			"SSN", "MRN", "HEALTH_PLAN", "ACCOUNT", "LICENSE", "VEHICLE", "DEVICE", "URL", "IP", "BIOMETRIC", "PHOTO",
			"OTHER_ID");

	public PhiRule {
		roles = List.copyOf(roles);
		models = List.copyOf(models);
		collections = List.copyOf(collections);
		types = Map.copyOf(types);
	}

	/**
	 * Whether a request is concerned.
	 * @param callerRoles the roles in which it is made
	 * @param model the model that it asks for
	 * @param searched the collections that it searches
	 * @return {@code true} if one of each is named, or none at all
	 */
	boolean concerns(Collection<String> callerRoles, String model, Collection<String> searched) {
		return (this.roles.isEmpty() || callerRoles.stream().anyMatch(this.roles::contains))
				&& (this.models.isEmpty() || NamePattern.anyMatches(this.models, model))
				&& (this.collections.isEmpty() || searched.stream().anyMatch(this.collections::contains));
	}

	/**
	 * Whether all roles of a caller are meant, so that the rule may also be milder than
	 * they are.
	 * @param callerRoles the roles in which the request is made
	 * @return {@code true} if none is left out
	 */
	boolean isFor(Collection<String> callerRoles) {
		return this.roles.isEmpty() || this.roles.containsAll(callerRoles);
	}

	/**
	 * What is said of one type.
	 *
	 * @param mode what is done to it, {@code null} for what is done to all
	 * @param threshold from which score on a finding counts, {@code null} for the general
	 * one
	 */
	public record TypeRule(@Nullable PhiMode mode, @Nullable Double threshold) {
	}

}
