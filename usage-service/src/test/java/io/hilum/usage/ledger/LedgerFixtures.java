package io.hilum.usage.ledger;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

import io.hilum.usage.Examples;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Entries for tests, made from the contract's example.
 */
public final class LedgerFixtures {

	private static final JsonMapper JSON = JsonMapper.shared();

	private LedgerFixtures() {
	}

	/**
	 * An event like the example but for its id.
	 * @param changes what is different
	 * @return its JSON
	 */
	public static ObjectNode event(Consumer<ObjectNode> changes) {
		ObjectNode tree = (ObjectNode) JSON.readTree(Examples.read("usage-recorded-v1/stream.json"));
		tree.put("id", UUID.randomUUID().toString());
		changes.accept(tree);
		return tree;
	}

	/**
	 * An entry like the example but for its id.
	 * @param changes what is different
	 * @return the entry
	 */
	public static LedgerEntry entry(Consumer<ObjectNode> changes) {
		return JSON.treeToValue(event(changes), LedgerEntry.class);
	}

	static LedgerEntry entry(String team, String subject, Instant time, long cost) {
		return entry((tree) -> tree.put("team", team)
			.put("subject", subject)
			.put("time", time.toString())
			.put("costNanoUsd", cost));
	}

}
