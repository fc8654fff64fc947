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
 * @param person whether it was a person, for whom no program acts: neither a key nor an
 * application by itself
 */
public record SignIn(boolean secondFactor, List<String> contexts, @Nullable Instant at, boolean person) {

	public SignIn {
		contexts = List.copyOf(contexts);
	}

	/**
	 * A sign-in of which is not known whether it was a person's, which counts as no.
	 * @param secondFactor whether with a second factor
	 * @param contexts the authentication contexts that it satisfied
	 * @param at when; {@code null} if the credential does not say
	 */
	public SignIn(boolean secondFactor, List<String> contexts, @Nullable Instant at) {
		this(secondFactor, contexts, at, false);
	}

	/**
	 * The same sign-in, of somebody for whom a program acts.
	 * @return the sign-in
	 */
	public SignIn byProgram() {
		return new SignIn(this.secondFactor, this.contexts, this.at, false);
	}

}
