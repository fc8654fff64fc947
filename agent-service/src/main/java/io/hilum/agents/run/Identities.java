package io.hilum.agents.run;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
	 * Know more, or none of it.
	 * @return {@code false} if the gateway would not take them all: what they are of must
	 * then not be shown
	 */
	boolean add(List<Identity> more) {
		Map<String, String> types = new LinkedHashMap<>();
		more.forEach((identity) -> types.putIfAbsent(identity.value().reveal(), identity.type()));
		types.keySet().removeAll(this.known);
		if (this.all.size() + types.size() > MOST && !types.isEmpty()) {
			return false;
		}
		types.forEach((value, type) -> this.all.addObject().put("type", type).put("value", value));
		this.known.addAll(types.keySet());
		return true;
	}

	ArrayNode all() {
		return this.all;
	}

}
