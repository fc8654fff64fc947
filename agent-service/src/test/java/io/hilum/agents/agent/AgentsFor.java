package io.hilum.agents.agent;

import java.util.List;

/**
 * Agents for tests of other packages.
 */
public final class AgentsFor {

	private AgentsFor() {
	}

	/**
	 * Some agents.
	 * @param agents which
	 * @return all agents that there are
	 */
	public static Agents tests(Agent... agents) {
		return new Agents(List.of(agents));
	}

}
