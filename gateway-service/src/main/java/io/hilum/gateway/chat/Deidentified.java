package io.hilum.gateway.chat;

import java.util.List;
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
 * @param found how many identifiers of each type are on record of it
 * @param patients tokens of those whom the request concerns
 * @param besideMedia whether it is raw for media alone, and the text beside them is free
 * of identifiers
 */
record Deidentified(byte[] body, PhiState state, String policyVersion, Map<String, Integer> counts, Originals originals,
		Map<String, Integer> found, List<String> patients, boolean besideMedia) {

	/**
	 * Nothing was done yet.
	 */
	static final Deidentified NOTHING = new Deidentified(new byte[0], PhiState.NONE, "none", Map.of(), Originals.NONE,
			Map.of(), List.of(), false);

	/**
	 * The same with what goes on record of whom and what it is about.
	 * @param identifiers how many of each type were found
	 * @param tokens of those whom it concerns
	 * @return what is on record of it
	 */
	Deidentified concerning(Map<String, Integer> identifiers, List<String> tokens) {
		return new Deidentified(this.body, this.state, this.policyVersion, this.counts, this.originals, identifiers,
				tokens, this.besideMedia);
	}

	/**
	 * The same as raw, for media in it.
	 * @return what may leave where raw may
	 */
	Deidentified withMedia() {
		return new Deidentified(this.body, PhiState.RAW, this.policyVersion, this.counts, this.originals, this.found,
				this.patients, this.state == PhiState.DEIDENTIFIED);
	}

	@Override
	public String toString() {
		return "Deidentified[state=" + this.state + ", counts=" + this.counts + "]";
	}

}
