package io.hilum.gateway.models;

/**
 * What a model can be asked for.
 */
public enum Endpoint {

	/**
	 * The next message of a chat.
	 */
	CHAT("/v1/chat/completions", "chat.completion", "messages"),

	/**
	 * Vectors of texts.
	 */
	EMBEDDINGS("/v1/embeddings", "embedding", "input");

	private final String path;

	private final String action;

	private final String content;

	Endpoint(String path, String action, String content) {
		this.path = path;
		this.action = action;
		this.content = content;
	}

	/**
	 * Where it is, at this gateway and at routing-service.
	 * @return the path
	 */
	public String path() {
		return this.path;
	}

	/**
	 * How it is called on record.
	 * @return the action
	 */
	public String action() {
		return this.action;
	}

	/**
	 * The field of a request that holds what is asked.
	 * @return the name of the field
	 */
	public String content() {
		return this.content;
	}

}
