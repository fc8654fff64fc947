package io.hilum.dialects.anthropic;

import tools.jackson.databind.JsonNode;

/**
 * One block of a streamed message, which writes what it says as it comes.
 */
interface OpenBlock {

	/**
	 * It begins.
	 * @param block what it has already
	 */
	default void start(JsonNode block) {
	}

	/**
	 * It grows.
	 * @param delta what comes to it
	 */
	default void delta(JsonNode delta) {
	}

	/**
	 * It ends.
	 */
	default void stop() {
	}

}
