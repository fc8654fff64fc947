package io.hilum.routing.transform;

import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The transformations of one catalogue.
 *
 * @param models by the model that is asked for
 * @param roles by a role of the caller
 * @param applications by application
 */
public record Transforms(Map<String, Transform> models, Map<String, Transform> roles,
		Map<String, Transform> applications) {

	/**
	 * Nothing is changed for anybody.
	 */
	public static final Transforms NONE = new Transforms(Map.of(), Map.of(), Map.of());

	/**
	 * What is changed for a request: by its model, then by each role, then by
	 * application.
	 * @param model the model that is asked for
	 * @param callerRoles the roles of the caller
	 * @param application the application, if it is known
	 * @return the transformation
	 */
	public Transform of(String model, Collection<String> callerRoles, @Nullable String application) {
		Transform all = this.models.getOrDefault(model, Transform.NONE);
		for (String role : callerRoles) {
			all = all.and(this.roles.getOrDefault(role, Transform.NONE));
		}
		return (application != null) ? all.and(this.applications.getOrDefault(application, Transform.NONE)) : all;
	}

}
