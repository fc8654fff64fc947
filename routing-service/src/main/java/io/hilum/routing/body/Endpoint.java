package io.hilum.routing.body;

import java.util.Set;

/**
 * The operations that clients may ask for, each in its own dialect.
 */
public enum Endpoint {

	/**
	 * A chat completion, in OpenAI's dialect.
	 */
	CHAT_COMPLETIONS("chat.completions", "chat", "chat/completions", "max_tokens", "max_completion_tokens"),

	/**
	 * A response, in OpenAI's dialect of responses.
	 */
	RESPONSES("responses", "chat", "responses", "max_output_tokens"),

	/**
	 * A message, in Anthropic's dialect.
	 */
	MESSAGES("messages", "chat", "messages", "max_tokens"),

	/**
	 * The tokens of a message that is not sent, in Anthropic's dialect. Never charged.
	 */
	COUNT_TOKENS("messages.count_tokens", "count_tokens", "messages/count_tokens"),

	/**
	 * A completion of a text, in OpenAI's older dialect.
	 */
	COMPLETIONS("completions", "text_completion", "completions", "max_tokens"),

	/**
	 * Vectors of texts.
	 */
	EMBEDDINGS("embeddings", "embeddings", "embeddings");

	private final String eventName;

	private final String operation;

	private final String path;

	private final Set<String> limitFields;

	Endpoint(String eventName, String operation, String path, String... limitFields) {
		this.eventName = eventName;
		this.operation = operation;
		this.path = path;
		this.limitFields = Set.of(limitFields);
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
	 * The path below the root of an API.
	 * @return the path, without a slash at its begin
	 */
	public String path() {
		return this.path;
	}

	/**
	 * Whether a model writes an answer, which may be streamed and is limited in length.
	 * @return {@code false} if only the request is read
	 */
	public boolean writes() {
		return !this.limitFields.isEmpty();
	}

	/**
	 * Whether a stream ends with its usage only if the request asks for that.
	 * @return {@code true} for the dialects with {@code stream_options}
	 */
	public boolean asksForUsage() {
		return this == CHAT_COMPLETIONS || this == COMPLETIONS;
	}

	/**
	 * Whether the request has several answers if {@code n} says so.
	 * @return {@code true} for the dialects with choices
	 */
	boolean hasChoices() {
		return asksForUsage();
	}

	/**
	 * Whether a field limits the tokens of an answer.
	 * @param field the name of a field of the body
	 * @return {@code true} if it does
	 */
	boolean isLimit(String field) {
		return this.limitFields.contains(field);
	}

	/**
	 * The field that limits the tokens of an answer, for a request that has none.
	 * @param ofChat what the provider expects in a chat completion
	 * @return the name of the field
	 */
	public String limitField(String ofChat) {
		return (this == CHAT_COMPLETIONS || this.limitFields.isEmpty()) ? ofChat : this.limitFields.iterator().next();
	}

}
