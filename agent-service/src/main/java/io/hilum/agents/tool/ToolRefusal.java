package io.hilum.agents.tool;

/**
 * Why a tool did not do what a model asked. The model is told, and may do better.
 */
public final class ToolRefusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String code;

	/**
	 * Refuse a call.
	 * @param code a stable name of the reason
	 * @param message what the model is told; no text of the record
	 */
	public ToolRefusal(String code, String message) {
		super(message, null, false, false);
		this.code = code;
	}

	/**
	 * Whether something was written is not known.
	 * @return what a model is told
	 */
	public static ToolRefusal writeUnknown() {
		return new ToolRefusal("write_unknown",
				"It is not known whether this was done. Do not ask for it again; tell the user to look");
	}

	/**
	 * Refuse to show what names more people than the gateway can be told of: what it is
	 * not told, it would have to find.
	 * @return the refusal
	 */
	public static ToolRefusal tooManyIdentifiers() {
		return new ToolRefusal("too_many_identifiers",
				"There are more identifiers of people in it than can be taken out for sure: ask for less");
	}

	/**
	 * The stable name of the reason.
	 * @return the code
	 */
	public String code() {
		return this.code;
	}

}
