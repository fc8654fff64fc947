package io.hilum.routing.answer;

import io.hilum.dialects.sse.EventData;
import io.hilum.routing.tokens.TokenCounts;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of one stream in a client's dialect. Created per stream and not
 * thread-safe.
 */
public interface StreamReader {

	/**
	 * Read the next event that has data.
	 * @param data its data
	 * @return what becomes of it
	 */
	Step read(EventData data);

	/**
	 * What stands in place of the event that was read last, if that is rewritten.
	 * @return whole events
	 */
	default byte[] rewritten() {
		return new byte[0];
	}

	/**
	 * What has to be said before the last event.
	 * @return whole events, maybe none
	 */
	default byte[] beforeLast() {
		return new byte[0];
	}

	/**
	 * The last event for a stream that was whole but ended without one.
	 * @return the event, or {@code null} if such a stream was cut
	 */
	default byte @Nullable [] missingLast() {
		return null;
	}

	/**
	 * Whether the event that was read last says that the provider's content filter ended
	 * the answer. Only dialects whose first event can say so tell it.
	 * @return {@code true} if it does
	 */
	default boolean filtered() {
		return false;
	}

	/**
	 * The model that answers.
	 * @return the model, if it was said
	 */
	@Nullable String model();

	/**
	 * The tokens by the provider's count.
	 * @return the counts, if they came
	 */
	@Nullable TokenCounts usage();

	/**
	 * The service tier in which the answer is made.
	 * @return its name, if it was said
	 */
	@Nullable String tier();

	/**
	 * The output so far, for when nobody else counts.
	 * @return the number of tokens
	 */
	long streamedTokens();

	/**
	 * What becomes of an event.
	 */
	enum Step {

		/** It goes on as it is. */
		PASS,

		/** It says nothing yet; it goes on with the first one that does. */
		HOLD,

		/** It does not go on. */
		DROP,

		/** Another one goes on. */
		REWRITE,

		/** It goes on and nothing behind it. */
		LAST,

		/** It is an error in place of the rest. */
		ERROR,

		/** It is not the dialect. */
		BROKEN

	}

}
