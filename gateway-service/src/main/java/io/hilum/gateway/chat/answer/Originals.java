package io.hilum.gateway.chat.answer;

import java.util.Map;

import io.hilum.gateway.chat.answer.AnswerSlot.Kind;
import io.hilum.gateway.phi.Form;
import io.hilum.gateway.phi.Restorer;

/**
 * What was taken out of a request, to be put back into its answer.
 *
 * @param restorer puts identifiers back
 * @param functionNames the client's name of each function that had to be renamed
 * @param contentForm the form of what the model says
 */
public record Originals(Restorer restorer, Map<String, String> functionNames, Form contentForm) {

	/**
	 * Nothing was taken out.
	 */
	public static final Originals NONE = new Originals(Restorer.NOTHING, Map.of(), Form.TEXT);

	/**
	 * Put back into a whole text of the answer.
	 * @param slot the text
	 * @return the text for the client
	 */
	public String restore(AnswerSlot slot) {
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

	public boolean isEmpty() {
		return this.restorer.isIdle() && this.functionNames.isEmpty();
	}

	@Override
	public String toString() {
		return "Originals[functions=" + this.functionNames.size() + ", form=" + this.contentForm + "]";
	}

}
