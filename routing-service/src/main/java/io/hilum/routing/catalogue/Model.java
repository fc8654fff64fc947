package io.hilum.routing.catalogue;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a client asks for.
 *
 * @param name the name
 * @param strategy how the order of its deployments is found
 * @param deployments where it runs, at least one
 * @param context how many tokens it takes, if that is known
 * @param maxOutput how many tokens it gives at most, if that is known
 * @param fallback the models that are tried when none of its deployments answers
 */
public record Model(String name, Strategy strategy, List<Deployment> deployments, @Nullable Integer context,
		@Nullable Integer maxOutput, List<String> fallback) {

	public Model {
		if (deployments.isEmpty()) {
			throw new IllegalArgumentException("model " + name + " has no deployment");
		}
		deployments = List.copyOf(deployments);
		fallback = List.copyOf(fallback);
	}

}
