package io.hilum.routing.catalogue;

import java.util.Set;

/**
 * What a role may use.
 *
 * @param name the role
 * @param models the models by name, or by the begin of their names followed by {@code *}
 * @param phi what becomes of identifiers
 * @param media whether images, audio and files may go out, which nobody can search for
 * identifiers; a request with one of them is raw
 */
public record RolePolicy(String name, Set<String> models, PhiMode phi, boolean media) {

	public RolePolicy {
		models = Set.copyOf(models);
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
	 * Whether the role may send what is not de-identified.
	 * @return {@code true} if it may
	 */
	public boolean maySendRaw() {
		return this.phi == PhiMode.ALLOW || this.media;
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
