package io.hilum.gateway.policy;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How somebody must have signed in.
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

}
