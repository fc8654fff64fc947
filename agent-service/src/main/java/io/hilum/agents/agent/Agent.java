package io.hilum.agents.agent;

import java.util.List;

import io.hilum.agents.evidence.Evidence;
import io.hilum.agents.tool.ToolDefinition;
import tools.jackson.databind.JsonNode;

/**
 * One agent: what its model is told, may call and must hand in, and what becomes of what
 * it hands in. The check is code: nothing that a model says of itself counts.
 */
public interface Agent {

	/**
	 * What clients call it.
	 * @return its name
	 */
	String name();

	/**
	 * What its model is told.
	 * @return the text
	 */
	String instructions();

	/**
	 * The tools that its model may call.
	 * @return their names
	 */
	List<String> tools();

	/**
	 * The only way in which its model can end a run.
	 * @return the form of what it hands in
	 */
	ToolDefinition submission();

	/**
	 * Check what a model hands in and make the answer of it.
	 * @param submission what it hands in, which fits the schema
	 * @param evidence what the run has seen
	 * @return the answer
	 */
	Conclusion conclude(JsonNode submission, Evidence evidence);

}
