package io.hilum.gateway.chat.answer;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * Where an API has its texts in a whole answer and in the events of a streamed one.
 * Immutable.
 */
public interface AnswerForm {

	/**
	 * How far from its beginning an event that is an error says so, in bytes.
	 */
	int BEGINNING = 16;

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
	default boolean mustRead(@Nullable String name, byte[] data) {
		return data.length > 2 && data[0] == '{'
				&& new String(data, 0, Math.min(BEGINNING, data.length), StandardCharsets.ISO_8859_1).contains("error");
	}

}
