package io.hilum.agents.agent;

import java.util.List;

import io.hilum.agents.tool.ToolDefinition;

/**
 * What an agent is to its model: its task, what it may call, and what it hands in.
 *
 * @param name what clients call the agent
 * @param instructions what its model is told
 * @param tools the names of the tools that its model may call
 * @param submission the only way in which its model can end a run
 */
public record Brief(String name, String instructions, List<String> tools, ToolDefinition submission) {

	public Brief {
		tools = List.copyOf(tools);
	}

	/**
	 * The brief of an agent that keeps the rules of the house.
	 * @param name what clients call it
	 * @param task what it is to do
	 * @param tools the names of the tools that its model may call
	 * @param submission the form of what it hands in
	 * @return the brief
	 */
	public static Brief of(String name, String task, List<String> tools, ToolDefinition submission) {
		return new Brief(name, HouseRules.with(task, submission.name()), tools, submission);
	}

}
