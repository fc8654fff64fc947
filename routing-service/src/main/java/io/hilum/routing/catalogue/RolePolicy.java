package io.hilum.routing.catalogue;

import java.util.Set;

/**
 * What a role may use.
 *
 * @param name the role
 * @param models the models by name, or by the begin of their names followed by {@code *}
 * @param phi what becomes of identifiers
 */
public record RolePolicy(String name, Set<String> models, PhiMode phi) {

	public RolePolicy {
		models = Set.copyOf(models);
	}

	/**
	 * Whether the role may use a model.
	 * @param model the name of the model
	 * @return {@code true} if it may
	 */
	public boolean mayUse(String model) {
		return this.models.contains(model) || this.models.stream()
			.anyMatch(
					(pattern) -> pattern.endsWith("*") && model.startsWith(pattern.substring(0, pattern.length() - 1)));
	}

}
