package io.hilum.dialects.chat;

/**
 * Why a choice of a chat completion ended.
 */
public enum FinishReason {

	/** The model was done, or met a stop sequence. */
	STOP("stop"),

	/** The limit of tokens was reached. */
	LENGTH("length"),

	/** The model wants tools to be called. */
	TOOL_CALLS("tool_calls"),

	/** A filter or the model's own refusal ended it. */
	CONTENT_FILTER("content_filter");

	private final String id;

	FinishReason(String id) {
		this.id = id;
	}

	/**
	 * The word on the wire.
	 * @return the word
	 */
	public String id() {
		return this.id;
	}

}
