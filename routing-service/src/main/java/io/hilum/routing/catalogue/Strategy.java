package io.hilum.routing.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How the order of deployments is found. Whatever it is, capacity that is paid for in
 * advance comes first, and what is known to have no room comes last.
 */
public enum Strategy {

	/**
	 * By their priority, then as they are written.
	 */
	PRIORITY,

	/**
	 * By chance, in the proportion of their weights.
	 */
	WEIGHTED,

	/**
	 * By how many calls are with them, in the proportion of their weights.
	 */
	LEAST_BUSY,

	/**
	 * By the time to the first token that they take, and how many calls wait for it.
	 */
	LEAST_LATENCY,

	/**
	 * By what the request is likely to cost.
	 */
	CHEAPEST,

	/**
	 * The same for every request of a conversation, so that the provider's prompt cache
	 * is warm; conversations are spread in the proportion of the weights.
	 */
	PINNED;

	/**
	 * The name in the catalogue and in usage events.
	 * @return the name
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * The strategy of a name.
	 * @param id the name
	 * @return the strategy, if there is one
	 */
	public static Optional<Strategy> of(String id) {
		return Arrays.stream(values()).filter((strategy) -> strategy.id().equals(id)).findFirst();
	}

	/**
	 * All names, for a person to choose from.
	 * @return the names
	 */
	public static String ids() {
		return Arrays.stream(values()).map(Strategy::id).collect(Collectors.joining(", "));
	}

}
