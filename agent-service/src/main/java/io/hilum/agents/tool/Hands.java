package io.hilum.agents.tool;

import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * What makes a call that the guard lets through: in a run, or in its replay.
 */
public interface Hands {

	/**
	 * Have a person approve what a tool would write.
	 * @param tool the tool
	 * @param draft what it would be called with
	 * @return completion if somebody who may did; a {@link ToolRefusal} if not
	 */
	Mono<Void> approve(Tool tool, JsonNode draft);

	/**
	 * Call a tool.
	 * @param tool the tool
	 * @param arguments its arguments, or what was approved
	 * @param use within what
	 * @return what it says
	 */
	Mono<ToolResult> use(Tool tool, JsonNode arguments, ToolUse use);

}
