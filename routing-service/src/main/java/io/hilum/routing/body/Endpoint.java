package io.hilum.routing.body;

/**
 * The operations of a provider that are passed on.
 */
public enum Endpoint {

	/**
	 * A chat completion.
	 */
	CHAT_COMPLETIONS("chat.completions", "chat", "chat/completions"),

	/**
	 * Vectors of texts.
	 */
	EMBEDDINGS("embeddings", "embeddings", "embeddings");

	private final String eventName;

	private final String operation;

	private final String path;

	Endpoint(String eventName, String operation, String path) {
		this.eventName = eventName;
		this.operation = operation;
		this.path = path;
	}

	/**
	 * The name in usage events.
	 * @return the name
	 */
	public String eventName() {
		return this.eventName;
	}

	/**
	 * The name by the GenAI semantic conventions ({@code gen_ai.operation.name}).
	 * @return the name
	 */
	public String operation() {
		return this.operation;
	}

	/**
	 * The path below the root of an OpenAI API.
	 * @return the path, without a slash at its begin
	 */
	public String path() {
		return this.path;
	}

}
