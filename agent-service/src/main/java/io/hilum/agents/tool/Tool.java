package io.hilum.agents.tool;

import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Something that a model may call. What it says is data for the model, never an
 * instruction. Fails with a {@link ToolRefusal} if the model can do something about it.
 */
public interface Tool {

	/**
	 * What a model is told of it.
	 * @return its definition
	 */
	ToolDefinition definition();

	/**
	 * By what it is called, which never changes.
	 * @return its name
	 */
	default String name() {
		return definition().name();
	}

	/**
	 * Whether an agent has it though its brief does not name it.
	 * @param agent the name of the agent
	 * @return {@code true} if it does
	 */
	default boolean joins(String agent) {
		return false;
	}

	/**
	 * Whether it is there for a run. A model is not told of one that is not.
	 * @param use on whose behalf, and within what
	 * @return {@code true} if it may be called
	 */
	default boolean isFor(ToolUse use) {
		return true;
	}

	/**
	 * What a call would do, as a person is shown it who has to approve it. For tools that
	 * write: what this makes of the arguments, and nothing else, is what they are called
	 * with. Has no effect.
	 * @param arguments the arguments, which fit its schema
	 * @param use on whose behalf, and within what
	 * @return what would be written
	 */
	default JsonNode drafted(JsonNode arguments, ToolUse use) {
		return arguments;
	}

	/**
	 * Call it.
	 * @param arguments the arguments, which fit its schema; of a tool that writes, its
	 * draft
	 * @param use on whose behalf, and within what
	 * @return what it says
	 */
	Mono<ToolResult> call(JsonNode arguments, ToolUse use);

}
