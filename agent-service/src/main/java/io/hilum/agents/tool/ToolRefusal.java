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
	 * The stable name of the reason.
	 * @return the code
	 */
	public String code() {
		return this.code;
	}

}
