package io.hilum.agents.agent.coding;

import io.hilum.agents.agent.Agent;
import io.hilum.agents.code.CodeSets;

/**
 * The coding agent for tests of other packages.
 */
public final class CodingAgents {

	private CodingAgents() {
	}

	/**
	 * The agent on the excerpt.
	 * @return the agent
	 */
	public static Agent onExcerpt() {
		return new CodingAgent(CodeSets.of(""));
	}

}
