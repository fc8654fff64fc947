package io.hilum.gateway.chat.answer;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.hilum.gateway.chat.answer.AnswerSlot.Kind;
import io.hilum.gateway.phi.Form;
import io.hilum.gateway.phi.Restorer;

/**
 * What was taken out of a request, to be put back into its answer.
 *
 * @param restorer puts identifiers back
 * @param functionNames the client's name of each function that had to be renamed
 * @param contentForm the form of what the model says
 * @param ids the client's id of each response, by the id that its provider gave it
 */
public record Originals(Restorer restorer, Map<String, String> functionNames, Form contentForm,
		UnaryOperator<String> ids) {

	private static final UnaryOperator<String> SAME = (id) -> id;

	/**
	 * Nothing was taken out.
	 */
	public static final Originals NONE = new Originals(Restorer.NOTHING, Map.of(), Form.TEXT);

	/**
	 * What was taken out of a request whose answer keeps the ids of its provider.
	 * @param restorer puts identifiers back
	 * @param functionNames the client's name of each function that had to be renamed
	 * @param contentForm the form of what the model says
	 */
	public Originals(Restorer restorer, Map<String, String> functionNames, Form contentForm) {
		this(restorer, functionNames, contentForm, SAME);
	}

	/**
	 * The same with what was taken out of the requests before it.
	 * @param earlier what was taken out of them
	 * @return both
	 */
	public Originals after(Originals earlier) {
		Map<String, String> names = new HashMap<>(earlier.functionNames);
		names.putAll(this.functionNames);
		return new Originals(this.restorer.after(earlier.restorer), names, this.contentForm, this.ids);
	}

	/**
	 * The same for an answer whose ids the client calls otherwise.
	 * @param names the client's id for each of the provider's
	 * @return what is put back
	 */
	public Originals naming(UnaryOperator<String> names) {
		return new Originals(this.restorer, this.functionNames, this.contentForm, names);
	}

	/**
	 * Put back into a whole text of the answer.
	 * @param slot the text
	 * @return the text for the client
	 */
	public String restore(AnswerSlot slot) {
		if (slot.kind() == Kind.RESPONSE_ID) {
			return this.ids.apply(slot.value());
		}
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
			case TEXT, NAME, RESPONSE_ID -> Form.TEXT;
		};
	}

	public boolean isEmpty() {
		return this.restorer.isIdle() && this.functionNames.isEmpty() && this.ids == SAME;
	}

	@Override
	public String toString() {
		return "Originals[functions=" + this.functionNames.size() + ", form=" + this.contentForm + "]";
	}

}
