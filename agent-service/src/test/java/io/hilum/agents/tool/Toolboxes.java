package io.hilum.agents.tool;

import java.time.Duration;
import java.util.List;

/**
 * Toolboxes for tests of other packages.
 */
public final class Toolboxes {

	/**
	 * Bounds that tests reach.
	 */
	public static final ToolProperties PROPERTIES = new ToolProperties(Duration.ofSeconds(30), 2000, 20000, 4000, 3, 2);

	private Toolboxes() {
	}

	/**
	 * A toolbox.
	 * @param tools what is in it
	 * @return the toolbox
	 */
	public static Toolbox of(List<Tool> tools) {
		return new Toolbox(tools, List.of(), PROPERTIES);
	}

}
