package io.hilum.agents.run;

import io.hilum.agents.agent.Agent;
import io.hilum.agents.mandate.Mandate;

/**
 * What is to be run.
 *
 * @param agent the agent
 * @param mandate on whose behalf
 * @param request what is asked
 * @param bounds what it may take
 */
public record Run(Agent agent, Mandate mandate, AgentRequest request, Bounds bounds) {
}
