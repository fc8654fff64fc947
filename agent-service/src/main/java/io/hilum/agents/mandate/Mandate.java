package io.hilum.agents.mandate;

import io.hilum.trust.context.ServiceContext;

/**
 * On whose behalf a run asks, and what it may ask.
 *
 * @param context who asked the agent
 * @param delegation what the gateway gave the run, for its own eyes only
 * @param agent the name of the agent
 * @param model the model that it may ask
 */
public record Mandate(ServiceContext context, String delegation, String agent, String model) {

	/**
	 * The id of the run: that of the request that began it.
	 * @return the id
	 */
	public String run() {
		return this.context.requestId();
	}

	@Override
	public String toString() {
		return "Mandate[run=" + run() + ", agent=" + this.agent + "]";
	}

}
