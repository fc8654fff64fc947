package io.hilum.agents.run;

import java.util.HashSet;
import java.util.Set;

import io.hilum.agents.evidence.Identity;
import tools.jackson.databind.node.ArrayNode;

/**
 * The identifiers of people that a run knows: those that the client named, and those that
 * its tools read. They go with each step, so that the gateway takes them out of every
 * text, however it speaks of them. One per run; not thread-safe.
 */
final class Identities {

	/** As many as the gateway takes with a request. */
	private static final int MOST = 256;

	private final ArrayNode all;

	private final Set<String> known = new HashSet<>();

	Identities(ArrayNode named) {
		this.all = named.deepCopy();
		named.forEach((identity) -> this.known.add(identity.path("value").asString("")));
	}

	/**
	 * Know one more. What is beyond the most is not known for sure, and only found.
	 */
	void add(Identity identity) {
		String value = identity.value().reveal();
		if (this.all.size() < MOST && this.known.add(value)) {
			this.all.addObject().put("type", identity.type()).put("value", value);
		}
	}

	ArrayNode all() {
		return this.all;
	}

}
