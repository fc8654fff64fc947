package io.hilum.gateway.chat;

import io.hilum.gateway.chat.dialect.Dialect;
import io.hilum.gateway.chat.dialect.choices.ChatDialect;
import io.hilum.gateway.chat.dialect.choices.TextsDialect;
import io.hilum.gateway.chat.dialect.messages.MessagesDialect;
import io.hilum.gateway.chat.dialect.responses.ResponsesDialect;
import io.hilum.gateway.models.Endpoint;

/**
 * The API that each endpoint speaks.
 */
final class Dialects {

	private Dialects() {
	}

	/**
	 * The dialect of an endpoint.
	 * @param endpoint the endpoint
	 * @return its dialect
	 */
	static Dialect of(Endpoint endpoint) {
		return switch (endpoint) {
			case CHAT -> ChatDialect.INSTANCE;
			case COMPLETIONS -> TextsDialect.PROMPT;
			case EMBEDDINGS -> TextsDialect.INPUT;
			case RESPONSES -> ResponsesDialect.INSTANCE;
			case MESSAGES, COUNT_TOKENS -> MessagesDialect.INSTANCE;
		};
	}

}
