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
 * @param contextFallback the models that are tried when a request is too long for it
 * @param contentFallback the models that are tried when its content filter refuses a
 * request
 */
public record Model(String name, Strategy strategy, List<Deployment> deployments, @Nullable Integer context,
		@Nullable Integer maxOutput, List<String> fallback, List<String> contextFallback,
		List<String> contentFallback) {

	public Model {
		if (deployments.isEmpty()) {
			throw new IllegalArgumentException("model " + name + " has no deployment");
		}
		deployments = List.copyOf(deployments);
		fallback = List.copyOf(fallback);
		contextFallback = List.copyOf(contextFallback);
		contentFallback = List.copyOf(contentFallback);
	}

	/**
	 * A model with one list of fallbacks.
	 * @param name the name
	 * @param strategy how the order of its deployments is found
	 * @param deployments where it runs, at least one
	 * @param context how many tokens it takes, if that is known
	 * @param maxOutput how many tokens it gives at most, if that is known
	 * @param fallback the models that are tried when none of its deployments answers
	 */
	public Model(String name, Strategy strategy, List<Deployment> deployments, @Nullable Integer context,
			@Nullable Integer maxOutput, List<String> fallback) {
		this(name, strategy, deployments, context, maxOutput, fallback, List.of(), List.of());
	}

	/**
	 * Whether so many tokens are known to be too many.
	 * @param tokens the tokens of input and output
	 * @return {@code true} if they exceed the context
	 */
	public boolean isTooSmallFor(long tokens) {
		return this.context != null && this.context < tokens;
	}

}
