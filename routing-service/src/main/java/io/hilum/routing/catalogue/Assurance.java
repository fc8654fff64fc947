package io.hilum.routing.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.hilum.trust.context.Authentication;
import io.hilum.trust.context.SignIn;
import org.jspecify.annotations.Nullable;

/**
 * How sure it is at one moment that a caller is who the context says.
 *
 * @param secondFactor whether a second factor was used
 * @param contexts the authentication contexts that the sign-in satisfied
 * @param age how long ago it was; {@code null} if that is not known
 */
public record Assurance(boolean secondFactor, List<String> contexts, @Nullable Duration age) {

	/**
	 * Nothing is known, which is enough for no model that asks.
	 */
	public static final Assurance UNKNOWN = new Assurance(false, List.of(), null);

	public Assurance {
		contexts = List.copyOf(contexts);
	}

	/**
	 * What a sign-in is worth now.
	 * @param signIn the sign-in, {@code null} if nothing is known of it
	 * @param now the time
	 * @return the assurance
	 */
	public static Assurance of(@Nullable SignIn signIn, Instant now) {
		if (signIn == null) {
			return UNKNOWN;
		}
		Instant at = signIn.at();
		return new Assurance(signIn.secondFactor(), signIn.contexts(),
				(at != null) ? Duration.ofMillis(now.toEpochMilli() - at.toEpochMilli()) : null);
	}

	/**
	 * Whether it is enough. The gateway asks so for the model that a client names and
	 * says how to sign in again; here it keeps requests from models that stand in.
	 * @param required what is required
	 * @return {@code true} if it is
	 */
	boolean meets(Authentication required) {
		return required.isMetBy(this.secondFactor, this.contexts, this.age);
	}

}
