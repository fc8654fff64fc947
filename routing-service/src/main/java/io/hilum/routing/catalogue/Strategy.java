package io.hilum.routing.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How the order of deployments is found.
 */
public enum Strategy {

	/**
	 * By their priority, then as they are written.
	 */
	PRIORITY,

	/**
	 * By chance, in the proportion of their weights.
	 */
	WEIGHTED;

	/**
	 * The name in the catalogue and in usage events.
	 * @return the name
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The strategy of a name.
	 * @param id the name
	 * @return the strategy, if this build has it
	 */
	public static Optional<Strategy> of(String id) {
		return Arrays.stream(values()).filter((strategy) -> strategy.id().equals(id)).findFirst();
	}

}
