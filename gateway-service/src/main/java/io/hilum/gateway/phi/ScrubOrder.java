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
	}

}
