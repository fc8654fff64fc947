package io.hilum.agents.tool;

import java.util.List;

/**
 * Tools that a configuration names.
 */
@FunctionalInterface
public interface ToolSource {

	/**
	 * The tools, always the same.
	 * @return the tools
	 */
	List<Tool> tools();

}
