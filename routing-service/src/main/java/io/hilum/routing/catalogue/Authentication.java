package io.hilum.routing.catalogue;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How somebody must have signed in to use a model. The gateway asks for the model that a
 * client names and says how to sign in again; here it keeps requests from models that
 * stand in.
 *
 * @param secondFactor whether with a second factor
 * @param contexts in one of which authentication contexts; empty = in any
 * @param maxAge how long ago at most; {@code null} = whenever
 */
public record Authentication(boolean secondFactor, List<String> contexts, @Nullable Duration maxAge) {

	/**
	 * However somebody signed in.
	 */
	public static final Authentication ANY = new Authentication(false, List.of(), null);

	public Authentication {
		contexts = List.copyOf(contexts);
	}

	/**
	 * Whether a sign-in is enough.
	 * @param assurance what it is worth
	 * @return {@code true} if it is
	 */
	public boolean isMetBy(Assurance assurance) {
		Duration age = assurance.age();
		return (!this.secondFactor || assurance.secondFactor())
				&& (this.contexts.isEmpty() || this.contexts.stream().anyMatch(assurance.contexts()::contains))
				&& (this.maxAge == null || (age != null && age.compareTo(this.maxAge) <= 0));
	}

}
