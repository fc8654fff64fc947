package io.hilum.routing.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.hilum.trust.context.Authentication;
import io.hilum.trust.context.ModelScope;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for.
 *
 * @param name the name
 * @param strategy how the order of its deployments is found
 * @param deployments where it runs, at least one
 * @param context how many tokens it takes, if that is known
 * @param maxOutput how many tokens it gives at most, if that is known
 * @param fallbacks what stands in for it
 * @param cached how its answers are given again, if they are
 * @param limit how much it may be asked for, if that is limited
 * @param authentication how somebody must have signed in to use it
 */
public record Model(String name, Strategy strategy, List<Deployment> deployments, @Nullable Integer context,
		@Nullable Integer maxOutput, Fallbacks fallbacks, @Nullable Caching cached, @Nullable RateLimit limit,
		Authentication authentication) {

	private static final Pattern PART = Pattern.compile("[A-Za-z0-9._:@/-]{1,200}");

	public Model {
		if (deployments.isEmpty()) {
			throw new IllegalArgumentException("model " + name + " has no deployment");
		}
		deployments = List.copyOf(deployments);
	}

	/**
	 * A model whose answers are never given again, and that is neither limited nor asks
	 * for more than a role.
	 * @param name the name
	 * @param strategy how the order of its deployments is found
	 * @param deployments where it runs, at least one
	 * @param context how many tokens it takes, if that is known
	 * @param maxOutput how many tokens it gives at most, if that is known
	 * @param fallbacks what stands in for it
	 */
	public Model(String name, Strategy strategy, List<Deployment> deployments, @Nullable Integer context,
			@Nullable Integer maxOutput, Fallbacks fallbacks) {
		this(name, strategy, deployments, context, maxOutput, fallbacks, null, null, Authentication.ANY);
	}

	/**
	 * The same model under another name.
	 * @param other the name
	 * @param at where it runs then
	 * @param standIns what stands in for it then
	 * @return the model
	 */
	public Model as(String other, List<Deployment> at, Fallbacks standIns) {
		return new Model(other, this.strategy, at, this.context, this.maxOutput, standIns, this.cached, this.limit,
				this.authentication);
	}

	/**
	 * The model of a name, if this is a pattern such as {@code openai/*} that stands for
	 * it.
	 * @param asked the name
	 * @return the model of that name
	 */
	Optional<Model> standingFor(String asked) {
		String begin = this.name.substring(0, Math.max(0, this.name.length() - 1));
		if (!this.name.endsWith("*") || !asked.startsWith(begin)
				|| !PART.matcher(asked.substring(begin.length())).matches()) {
			return Optional.empty();
		}
		String part = asked.substring(begin.length());
		return Optional
			.of(as(asked, this.deployments.stream().map((deployment) -> deployment.of(part)).toList(), this.fallbacks));
	}

	/**
	 * Whether a name is this model's, or one that it stands for as a pattern.
	 * @param asked the name
	 * @return {@code true} if it is
	 */
	boolean covers(String asked) {
		return ModelScope.matches(this.name, asked);
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
