package io.hilum.gateway.models;

import io.hilum.gateway.policy.Agent;

/**
 * What an agent is asked.
 *
 * @param agent the agent
 * @param body the request as the client sent it
 * @param delegation what lets its steps in again
 */
public record AgentCall(Agent agent, byte[] body, String delegation) {

	@Override
	public String toString() {
		return "AgentCall[agent=" + this.agent.name() + ", bytes=" + this.body.length + "]";
	}

}
