package io.hilum.agents.model;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * What a model said.
 *
 * @param message its message, as it goes back to it with the next question
 * @param calls the tools that it calls
 * @param input how many tokens it read
 * @param output how many tokens it wrote
 * @param nanoUsd what it cost, in nano-dollars
 */
public record Reply(ObjectNode message, List<ToolCall> calls, long input, long output, long nanoUsd) {

	public Reply {
		calls = List.copyOf(calls);
	}

	@Override
	public String toString() {
		return "Reply[calls=" + this.calls.size() + "]";
	}

}
