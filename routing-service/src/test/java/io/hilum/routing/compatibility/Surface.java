package io.hilum.routing.compatibility;

import io.hilum.routing.body.Endpoint;

/**
 * The dialects of clients: how each asks a plain question, and where more is added.
 */
enum Surface {

	CHAT("`/v1/chat/completions`", Endpoint.CHAT_COMPLETIONS,
			"{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]%s}"),

	RESPONSES("`/v1/responses`", Endpoint.RESPONSES, "{\"model\":\"m\",\"input\":\"hello\"%s}"),

	MESSAGES("`/v1/messages`", Endpoint.MESSAGES,
			"{\"model\":\"m\",\"max_tokens\":9000,\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]%s}"),

	COMPLETIONS("`/v1/completions`", Endpoint.COMPLETIONS, "{\"model\":\"m\",\"prompt\":\"hello\"%s}");

	private final String title;

	private final Endpoint endpoint;

	private final String question;

	Surface(String title, Endpoint endpoint, String question) {
		this.title = title;
		this.endpoint = endpoint;
		this.question = question;
	}

	String title() {
		return this.title;
	}

	Endpoint endpoint() {
		return this.endpoint;
	}

	/**
	 * A request.
	 * @param more what is added to a plain question, or a whole body if it begins with a
	 * brace
	 */
	String request(String more) {
		return more.startsWith("{") ? more : this.question.formatted(more.isEmpty() ? "" : "," + more);
	}

}
