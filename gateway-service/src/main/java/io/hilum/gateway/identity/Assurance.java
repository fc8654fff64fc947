package io.hilum.gateway.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import io.hilum.trust.context.Authentication;
import io.hilum.trust.context.SignIn;
import org.jspecify.annotations.Nullable;

/**
 * How sure it is that the caller is who the credential says.
 *
 * @param secondFactor whether a second factor was used; keys have none and need none,
 * since their owner had one when they were made
 * @param contexts the authentication contexts that the sign-in satisfied
 * @param signedInAt when somebody signed in; {@code null} if the token does not say
 * @param stepUp how this caller is told to sign in again; {@code null} if there is nobody
 * who could, as with keys and programs
 */
public record Assurance(boolean secondFactor, Set<String> contexts, @Nullable Instant signedInAt,
		@Nullable StepUp stepUp) {

	/**
	 * That of a Hilum key.
	 */
	public static final Assurance OF_KEY = new Assurance(true, Set.of(), null, null);

	public Assurance {
		contexts = Set.copyOf(contexts);
	}

	/**
	 * Whether it is enough.
	 * @param required what is required
	 * @param now the time of the request
	 * @return {@code true} if it is
	 */
	public boolean meets(Authentication required, Instant now) {
		Duration age = (this.signedInAt != null) ? Duration.between(this.signedInAt, now) : null;
		return required.isMetBy(this.secondFactor, this.contexts, age);
	}

	/**
	 * What services behind the gateway are told of it.
	 * @return how the caller signed in
	 */
	SignIn signIn() {
		return new SignIn(this.secondFactor, this.contexts.stream().sorted().toList(), this.signedInAt,
				this.stepUp != null);
	}

	/**
	 * How somebody is told to sign in again.
	 *
	 * @param asClaims whether in the form of Entra ID's claims challenge rather than that
	 * of RFC 9470
	 * @param secondFactorContext the authentication context that a second factor gives;
	 * {@code null} if the issuer has none
	 */
	public record StepUp(boolean asClaims, @Nullable String secondFactorContext) {
	}

}
