package io.hilum.trust.context;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How somebody must have signed in to act in a role or to use a model.
 *
 * @param secondFactor whether with a second factor
 * @param contexts in one of which authentication contexts ({@code acr} of OpenID,
 * {@code acrs} of Entra ID); empty = in any
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
	 * Whether nothing is required.
	 * @return {@code true} if so
	 */
	public boolean isAny() {
		return !this.secondFactor && this.contexts.isEmpty() && this.maxAge == null;
	}

	/**
	 * Whether a sign-in is enough.
	 * @param factor whether it was with a second factor
	 * @param satisfied the authentication contexts that it satisfied
	 * @param age how long ago it was; {@code null} = not known
	 * @return {@code true} if it is
	 */
	public boolean isMetBy(boolean factor, Collection<String> satisfied, @Nullable Duration age) {
		return (!this.secondFactor || factor)
				&& (this.contexts.isEmpty() || this.contexts.stream().anyMatch(satisfied::contains))
				&& (this.maxAge == null || (age != null && age.compareTo(this.maxAge) <= 0));
	}

}
