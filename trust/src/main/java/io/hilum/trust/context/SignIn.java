package io.hilum.trust.context;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How somebody signed in, as far as the credential of the request says.
 *
 * @param secondFactor whether with a second factor
 * @param contexts the authentication contexts that it satisfied ({@code acr} of OpenID,
 * {@code acrs} of Entra ID)
 * @param at when; {@code null} if the credential does not say
 */
public record SignIn(boolean secondFactor, List<String> contexts, @Nullable Instant at) {

	public SignIn {
		contexts = List.copyOf(contexts);
	}

}
