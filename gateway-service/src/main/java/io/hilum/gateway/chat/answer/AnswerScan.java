package io.hilum.gateway.chat.answer;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the gateway sees in an answer or in one event of it.
 *
 * @param slots the strings that a model wrote
 * @param indexes the numbers that say where in a text a citation begins or ends
 * @param ended the groups whose texts are complete with this event
 * @param signal what the event means for the stream
 * @param hilumAt the byte where the field {@code hilum} may be put, -1 if not here
 * @param marks where the values stand that an API's own events are made of
 */
public record AnswerScan(List<AnswerSlot> slots, List<AnswerIndex> indexes, List<Integer> ended, Signal signal,
		int hilumAt, Marks marks) {

	/**
	 * What an event means for the stream.
	 */
	public enum Signal {

		/**
		 * It goes on.
		 */
		NONE,

		/**
		 * All texts are complete.
		 */
		TEXTS_END,

		/**
		 * It is the last event.
		 */
		LAST,

		/**
		 * It is the last event and says that the answer failed.
		 */
		LAST_FAILED,

		/**
		 * It is an error.
		 */
		FAILED

	}

	/**
	 * Where values stand.
	 *
	 * @param type the type of the event, {@code null} if it has none
	 * @param choices the array of choices
	 * @param usage the usage
	 * @param sequence the number of the event
	 * @param number the number itself
	 * @param end the byte of the closing brace
	 */
	public record Marks(@Nullable String type, @Nullable Range choices, @Nullable Range usage, @Nullable Range sequence,
			int number, int end) {
	}

	/**
	 * A range of bytes.
	 *
	 * @param start the first byte
	 * @param end the byte behind the last
	 */
	public record Range(int start, int end) {
	}

}
