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
	EMBEDDINGS("/v1/embeddings", "embedding", "input"),

	/**
	 * What follows on a text, as OpenAI's older models have it.
	 */
	COMPLETIONS("/v1/completions", "completion", "prompt"),

	/**
	 * A response, OpenAI's later form of a chat.
	 */
	RESPONSES("/v1/responses", "response", "input"),

	/**
	 * The next message, in Anthropic's form.
	 */
	MESSAGES("/v1/messages", "message", "messages"),

	/**
	 * How many tokens a request for a message has, in Anthropic's form.
	 */
	COUNT_TOKENS("/v1/messages/count_tokens", "message.count", "messages");

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
