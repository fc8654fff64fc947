package io.hilum.gateway.phi;

import java.util.List;

import io.hilum.gateway.policy.PhiTreatment;
import io.hilum.trust.text.PhiText;

/**
 * What is to be freed of identifiers, and how.
 *
 * @param treatment what is done to them
 * @param texts the texts
 * @param continuing the indexes of texts that go on from the one before
 * @param identities identifiers that the client knows to be those of somebody in them
 */
public record ScrubOrder(PhiTreatment treatment, List<PhiText> texts, List<Integer> continuing,
		List<KnownIdentity> identities) {

	/**
	 * An identifier that the client knows.
	 *
	 * @param type its type, as phi-scrubber-service names it
	 * @param value the identifier
	 */
	public record KnownIdentity(String type, PhiText value) {

		/** How many phi-scrubber-service takes with one request. */
		public static final int MAX = 256;

		private static final int MAX_LENGTH = 256;

		/**
		 * Whether phi-scrubber-service takes an identifier.
		 * @param value the identifier
		 * @return {@code true} if it is neither blank nor longer than 256 characters
		 */
		public static boolean fits(PhiText value) {
			return !value.reveal().isBlank() && value.length() <= MAX_LENGTH;
		}

	}

}
