package io.hilum.gateway.chat;

import java.util.Map;

import io.hilum.gateway.chat.answer.Originals;
import io.hilum.trust.context.PhiState;

/**
 * A request as it may leave, and what is needed to undo that in its answer.
 *
 * @param body the bytes for routing-service
 * @param state the state of the text in them
 * @param policyVersion the version of the de-identification policy
 * @param counts how many identifiers of each type were replaced
 * @param originals what was taken out
 */
record Deidentified(byte[] body, PhiState state, String policyVersion, Map<String, Integer> counts,
		Originals originals) {

	/**
	 * Nothing was done yet.
	 */
	static final Deidentified NOTHING = blocked(Map.of());

	/**
	 * A request that was refused for its identifiers.
	 * @param counts how many identifiers of each type were found
	 * @return what is on record of it
	 */
	static Deidentified blocked(Map<String, Integer> counts) {
		return new Deidentified(new byte[0], PhiState.NONE, "none", counts, Originals.NONE);
	}

	@Override
	public String toString() {
		return "Deidentified[state=" + this.state + ", counts=" + this.counts + "]";
	}

}
