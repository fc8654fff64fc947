package io.hilum.gateway.chat.answer;

import java.util.List;

import io.hilum.gateway.chat.wire.Splice;
import io.hilum.gateway.chat.wire.SseWriter;

/**
 * How an API writes events that the gateway adds to a streamed answer. Mutable; for one
 * answer.
 */
public interface EventForm {

	/**
	 * See an event that the provider sent, before it goes on.
	 * @param event the event
	 * @param scan what is in it
	 */
	default void saw(byte[] event, AnswerScan scan) {
	}

	/**
	 * Write the end of a text that was held back, as a piece of its own.
	 * @param place where the text is
	 * @param text the end of it
	 * @param out where the event goes
	 */
	void held(Place place, String text, SseWriter out);

	/**
	 * What else must change in an event since others were added before it.
	 * @param scan what is in the event
	 * @return the changes
	 */
	default List<Splice> amend(AnswerScan scan) {
		return List.of();
	}

	/**
	 * Write an error, after which nothing follows.
	 * @param error the error in OpenAI's form
	 * @param out where the event goes
	 */
	void error(byte[] error, SseWriter out);

	/**
	 * Write the field {@code hilum} as an event of its own, before the end mark.
	 * @param hilum the value of the field
	 * @param out where the event goes
	 */
	default void hilum(byte[] hilum, SseWriter out) {
	}

}
