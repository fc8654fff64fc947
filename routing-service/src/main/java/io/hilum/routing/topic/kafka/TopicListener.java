package io.hilum.routing.topic.kafka;

import org.jspecify.annotations.Nullable;

/**
 * Hears what a {@link TopicReader} reads, on its thread.
 */
public interface TopicListener {

	/**
	 * What is heard from here on begins with the first message of the topic, whatever was
	 * heard before.
	 */
	default void startOver() {
	}

	/**
	 * Hear one message. An exception ends the reading for good.
	 * @param key its key, if it has one
	 * @param value its value, if it has one
	 */
	void hear(@Nullable String key, byte @Nullable [] value);

	/**
	 * Everything was heard that was in the topic when its reading began.
	 */
	default void caughtUp() {
	}

	/**
	 * The topic cannot be read at present; it is tried again after a pause.
	 * @param why the reason, without any content
	 */
	void unreadable(String why);

}
