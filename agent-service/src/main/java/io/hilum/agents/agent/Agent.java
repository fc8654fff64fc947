package io.hilum.agents.agent;

import io.hilum.agents.evidence.Evidence;
import tools.jackson.databind.JsonNode;

/**
 * One agent: what its model is told, may call and must hand in, and what becomes of what
 * it hands in. The check is code: nothing that a model says of itself counts.
 */
public interface Agent {

	/**
	 * What it is to its model.
	 * @return the brief, always the same
	 */
	Brief brief();

	/**
	 * Check what a model hands in and make the answer of it.
	 * @param submission what it hands in, which fits the schema
	 * @param evidence what the run has seen
	 * @return the answer
	 */
	Conclusion conclude(JsonNode submission, Evidence evidence);

}
