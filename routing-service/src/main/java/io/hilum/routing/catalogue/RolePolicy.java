package io.hilum.routing.catalogue;

import java.util.Set;

import io.hilum.trust.context.ModelScope;

/**
 * What a role may use.
 *
 * @param name the role
 * @param models the models by name, or by the begin of their names followed by {@code *}
 * @param phi what becomes of identifiers
 * @param media whether images, audio and files may go out, which nobody can search for
 * identifiers; a request with one of them is raw
 * @param raw the models for which a rule lets single types of identifiers stay, which
 * makes a request raw too
 */
public record RolePolicy(String name, Set<String> models, PhiMode phi, boolean media, Set<String> raw) {

	public RolePolicy {
		models = Set.copyOf(models);
		raw = Set.copyOf(raw);
	}

	/**
	 * Make a role for which no rule lets identifiers stay.
	 * @param name the role
	 * @param models the models
	 * @param phi what becomes of identifiers
	 * @param media whether images, audio and files may go out
	 */
	public RolePolicy(String name, Set<String> models, PhiMode phi, boolean media) {
		this(name, models, phi, media, Set.of());
	}

	/**
	 * Make a role without media.
	 * @param name the role
	 * @param models the models
	 * @param phi what becomes of identifiers
	 */
	public RolePolicy(String name, Set<String> models, PhiMode phi) {
		this(name, models, phi, false);
	}

	/**
	 * Whether the role may send a model what is not de-identified.
	 * @param model the name of the model
	 * @return {@code true} if it may
	 */
	public boolean maySendRaw(String model) {
		return this.phi == PhiMode.ALLOW || this.media || isOneOf(this.raw, model);
	}

	/**
	 * Whether the role may use a model.
	 * @param model the name of the model
	 * @return {@code true} if it may
	 */
	public boolean mayUse(String model) {
		return isOneOf(this.models, model);
	}

	/**
	 * The same role with models for which single types of identifiers may stay.
	 * @param more the models by name, or by the begin of their names followed by
	 * {@code *}
	 * @return the role
	 */
	public RolePolicy withRaw(Set<String> more) {
		return new RolePolicy(this.name, this.models, this.phi, this.media, more);
	}

	private static boolean isOneOf(Set<String> patterns, String model) {
		return patterns.stream().anyMatch((pattern) -> ModelScope.matches(pattern, model));
	}

}
