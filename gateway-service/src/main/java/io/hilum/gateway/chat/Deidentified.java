package io.hilum.gateway.chat;

import java.util.Map;

import io.hilum.gateway.chat.AnswerSlot.Kind;
import io.hilum.gateway.phi.Form;
import io.hilum.gateway.phi.Restorer;
import io.hilum.trust.context.PhiState;

/**
 * A request as it may leave, and what is needed to undo that in its answer.
 *
 * @param body the bytes for routing-service
 * @param state the state of the text in them
 * @param policyVersion the version of the de-identification policy
 * @param counts how many identifiers of each type were replaced
 * @param restorer puts identifiers back
 * @param functionNames the client's name of each function that had to be renamed
 * @param contentForm the form of what the model says
 */
record Deidentified(byte[] body, PhiState state, String policyVersion, Map<String, Integer> counts, Restorer restorer,
		Map<String, String> functionNames, Form contentForm) {

	/**
	 * Nothing was done yet.
	 */
	static final Deidentified NOTHING = new Deidentified(new byte[0], PhiState.NONE, "none", Map.of(), Restorer.NOTHING,
			Map.of(), Form.TEXT);

	/**
	 * A request that was refused for its identifiers.
	 * @param counts how many identifiers of each type were found
	 * @return what is on record of it
	 */
	static Deidentified blocked(Map<String, Integer> counts) {
		return new Deidentified(new byte[0], PhiState.NONE, "none", counts, Restorer.NOTHING, Map.of(), Form.TEXT);
	}

	/**
	 * Put back into a whole text of the answer.
	 * @param slot the text
	 * @return the text for the client
	 */
	String restore(AnswerSlot slot) {
		String functionName = (slot.kind() == Kind.NAME) ? this.functionNames.get(slot.value()) : null;
		return (functionName != null) ? functionName : this.restorer.restore(slot.value(), formOf(slot));
	}

	/**
	 * The form of a text of the answer.
	 * @param slot the text
	 * @return its form
	 */
	Form formOf(AnswerSlot slot) {
		return switch (slot.kind()) {
			case JSON -> Form.JSON;
			case CONTENT -> this.contentForm;
			case TEXT, NAME -> Form.TEXT;
		};
	}

	boolean restoresNothing() {
		return this.restorer.isIdle() && this.functionNames.isEmpty();
	}

	@Override
	public String toString() {
		return "Deidentified[state=" + this.state + ", counts=" + this.counts + "]";
	}

}
