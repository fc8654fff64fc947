package io.hilum.usage.ledger;

import java.util.Map;

/**
 * How many identifiers of patients were replaced, by type.
 *
 * @param state the state of the text that left
 * @param counts how many of each type
 */
public record Identifiers(String state, Map<String, Long> counts) {

	public Identifiers {
		Bounds.required(state);
		Bounds.required(Bounds.list(counts.keySet()).toArray(String[]::new));
		counts = Map.copyOf(counts);
	}

}
