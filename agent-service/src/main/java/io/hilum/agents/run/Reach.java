package io.hilum.agents.run;

import java.util.List;

import io.hilum.agents.model.Reply;
import io.hilum.agents.tool.Tool;
import io.hilum.agents.tool.ToolResult;
import io.hilum.agents.tool.ToolUse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * All that a run reaches beyond itself: its model, tools and people; or, in a replay,
 * what is on record of them.
 */
interface Reach {

	/** Which tools a run has. */
	List<String> tools(Run run, ToolUse use);

	/** Ask the model. */
	Mono<Reply> ask(Run run, ArrayNode messages, ArrayNode offered, ArrayNode identities);

	/**
	 * Call a tool.
	 * @param call which call of the run
	 */
	Mono<ToolResult> use(String call, Tool tool, JsonNode arguments, ToolUse use);

	/**
	 * Make it known that a call waits for a person.
	 * @return completion once somebody can decide
	 */
	Mono<Void> announce(Pending pending);

	/** Wait for somebody who may decide. */
	Mono<Decision> decide(Pending pending);

}
