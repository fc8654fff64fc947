package io.hilum.gateway.chat;

import io.hilum.gateway.models.Endpoint;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Where one API has its texts: in a request, in a whole answer and in the events of a
 * streamed one. There is one implementation for each API; walking, searching, splicing,
 * restoring and relaying are shared. Implementations are immutable.
 */
interface Dialect {

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

	/**
	 * Take a field at the top of a request.
	 * @param name its name
	 * @param token the token of its value, at which the parser stands
	 * @param walk the walk over the request
	 */
	void field(String name, JsonToken token, RequestWalk walk);

	/**
	 * Whether a provider keeps state between requests unless told otherwise.
	 * @return {@code true} if it does
	 */
	default boolean keepsState() {
		return false;
	}

	/**
	 * Who says passages of collections to the model.
	 * @return a role
	 */
	default String passagesRole() {
		return "system";
	}

	/**
	 * Begin a walk over an answer or over an event of a streamed one.
	 * @param parser a parser before the first token
	 * @return the walk
	 */
	AnswerWalk answer(JsonParser parser);

	/**
	 * Begin to write a streamed answer.
	 * @param requestId the id of the request, for errors
	 * @return what knows how this API writes events
	 */
	EventForm events(String requestId);

	/**
	 * Whether data is the mark behind the last event.
	 * @param data the data of an event
	 * @return {@code true} if it is
	 */
	default boolean isEndMark(byte[] data) {
		return false;
	}

	/**
	 * Whether an event must be read even if it can hold nothing to put back.
	 * @param name the name of the event, if it has one
	 * @param data its data
	 * @return {@code true} if it may be an error or end the stream
	 */
	boolean mustRead(@Nullable String name, byte[] data);

}
